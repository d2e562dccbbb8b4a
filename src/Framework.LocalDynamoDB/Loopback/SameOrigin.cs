using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Loopback;

/// <summary>Recognizes the addresses of this service.</summary>
internal static class SameOrigin
{
    /// <summary>The origin that the request came to.</summary>
    public static string Of(HttpRequest http) => $"{http.Scheme}://{http.Host.Value}";

    /// <summary>Whether an absolute address lies on the origin that the request came to.</summary>
    public static bool Owns(HttpRequest http, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && !address.Contains('\\', StringComparison.Ordinal)
        && Uri.TryCreate(Of(http), UriKind.Absolute, out var own)
        && Uri.Compare(uri, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
