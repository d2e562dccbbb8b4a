using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.SimpleSystemsManagement;
using Framework.WebSockets.Calls;

namespace Framework.WebSockets.Tests;

/// <summary>Signatures by AWS's own signer.</summary>
internal static class Signatures
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "a secret/key+of AWS";
    public const string Token = "the/token==";

    /// <summary>What is wrong with the signature of a request, computed from its bytes as API Gateway does: a path is encoded as it
    /// arrived.</summary>
    public static string? Fault(Received request)
    {
        if (!request.Headers.TryGetValue("authorization", out var actual))
            return "no signature";
        var names = Part(actual, "SignedHeaders=");
        var scope = Part(actual, "Credential=").Split('/');
        var signed = names.Split(';');
        if (request.Headers.Keys.Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)).Append("host").Except(signed).Any())
            return "a header is not signed";
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Body));
        var path = string.Concat(request.Target.Select(letter =>
            char.IsAsciiLetterOrDigit(letter) || "/-._~".Contains(letter, StringComparison.Ordinal) ? $"{letter}" : $"%{(int)letter:X2}"));
        var canonical = $"{request.Method}\n{path}\n\n{string.Concat(signed.Select(name => $"{name}:{request.Headers[name]}\n"))}\n{names}\n{hash}";
        var expected = AWS4Signer.ComputeSignature(
            AccessKey, scope[0] == AccessKey ? SecretKey : "local", scope[2], Time(request.Headers["x-amz-date"]), scope[3], names, canonical);
        return Part(actual, "Signature=") == expected.Signature ? null : $"another signature is right for {canonical}";
    }

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

    private static string Part(string header, string name)
    {
        var start = header.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return header[start..].Split(',')[0];
    }

    private static DateTime Time(string text) => DateTime.ParseExact(
        text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private sealed class Plain : AmazonWebServiceRequest;
}
