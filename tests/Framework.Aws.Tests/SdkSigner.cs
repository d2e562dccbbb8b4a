using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.SimpleSystemsManagement;
using Framework.Aws.Signing;

namespace Framework.Aws.Tests;

/// <summary>Signatures by the SDK's own signer.</summary>
internal static class SdkSigner
{
    /// <summary>The header <c>authorization</c> that the SDK sends with a call.</summary>
    public static string Sign(AwsCall call, IReadOnlyList<string> segments, ImmutableCredentials credentials, string region, DateTimeOffset now)
    {
        var request = new DefaultRequest(new Plain(), call.Service)
        {
            HttpMethod = call.Method.Method,
            Endpoint = new Uri(call.Address.GetLeftPart(UriPartial.Authority)),
            ResourcePath = "/" + string.Join('/', segments.Select((_, index) => $"{{S{index}}}")),
            OverrideSigningServiceName = call.Service,
            AuthenticationRegion = region,
            Content = call.Body.ToArray(),
        };
        foreach (var (index, segment) in segments.Index())
            request.AddPathResource($"{{S{index}}}", segment);
        foreach (var pair in call.Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            request.AddSubResource(Uri.UnescapeDataString(pair.Split('=')[0]), Uri.UnescapeDataString(pair.Split('=')[1]));
        foreach (var (name, value) in call.Headers)
            request.Headers[name] = value;
        if (call.Body.Length > 0)
            request.Headers["Content-Type"] = call.ContentType;
        if (!string.IsNullOrEmpty(credentials.Token))
            request.Headers["X-Amz-Security-Token"] = credentials.Token;
        return new AWS4Signer()
            .SignRequest(request, new AmazonSimpleSystemsManagementConfig { AuthenticationRegion = region }, null, credentials.AccessKey, credentials.SecretKey, now.UtcDateTime)
            .ForAuthorizationHeader;
    }

    private sealed class Plain : AmazonWebServiceRequest;
}
