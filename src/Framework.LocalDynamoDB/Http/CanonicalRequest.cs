using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.LocalDynamoDB.Http;

/// <summary>A request as Signature Version 4 writes it
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>).</summary>
internal static class CanonicalRequest
{
    private const string SignatureParameter = "X-Amz-Signature";

    public static string Of(HttpRequest request, IReadOnlyList<string> signedHeaders, ReadOnlySpan<byte> body)
    {
        var (path, query) = Target(request);
        var headers = string.Concat(signedHeaders.Select(name => $"{name.ToLowerInvariant()}:{ValueOf(request, name)}\n"));
        return string.Join(
            '\n',
            request.Method,
            Path(path),
            Query(query),
            headers,
            string.Join(';', signedHeaders).ToLowerInvariant(),
            Convert.ToHexStringLower(SHA256.HashData(body)));
    }

    // The raw target: a server decodes the path, but the client signed the encoded one.
    private static (string Path, string Query) Target(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "/";
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (target, "") : (target[..query], target[(query + 1)..]);
    }

    // All services but S3 encode an encoded path again, and remove empty and dot segments.
    private static string Path(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/').Where(segment => segment is not ("" or ".")))
            if (segment != "..")
                segments.Add(Uri.EscapeDataString(segment));
            else if (segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
        var end = segments.Count > 0 && path.EndsWith('/') ? "/" : "";
        return $"/{string.Join('/', segments)}{end}";
    }

    private static string Query(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2).Select(text => Uri.EscapeDataString(Uri.UnescapeDataString(text))).ToArray())
        .Select(pair => (Name: pair[0], Value: pair.ElementAtOrDefault(1) ?? ""))
        .Where(pair => pair.Name != SignatureParameter)
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string ValueOf(HttpRequest request, string name) => string.Join(',', request.Headers[name]
        .Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
