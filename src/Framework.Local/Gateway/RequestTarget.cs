using Framework.Http;

namespace Framework.Local.Gateway;

/// <summary>A request's path and query as an HTTP API separates them.</summary>
/// <param name="RawPath">The path as it was sent.</param>
/// <param name="Path">The path, percent-decoded once. API Gateway's HTTP APIs decode it, and cut it at a decoded
/// question mark, before the function sees it; REST APIs and function URLs do not.</param>
/// <param name="Query">The text behind the question mark, as it was sent.</param>
/// <remarks>Measured by others against API Gateway: <see href="https://github.com/middleapi/standard-server/pull/93"/>
/// and the snapshots of AWS's own test tool in <see href="https://github.com/aws/aws-lambda-dotnet"/>.</remarks>
internal readonly record struct RequestTarget(string RawPath, string Path, string Query)
{
    /// <summary>The path that routes are found with.</summary>
    public string EncodedPath => PathText.Encode(Path);

    /// <summary>Reads the target of a request line.</summary>
    public static RequestTarget Parse(string target)
    {
        var text = WithoutOrigin(target);
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? text : text[..mark];
        var query = mark < 0 ? "" : text[(mark + 1)..];
        var decoded = path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
        var cut = decoded.IndexOf('?', StringComparison.Ordinal);
        return new RequestTarget(path, cut < 0 ? decoded : decoded[..cut], query);
    }

    // The absolute form, http://localhost:5080/todos, is what proxies are sent.
    private static string WithoutOrigin(string target)
    {
        if (target.StartsWith('/') || !Uri.TryCreate(target, UriKind.Absolute, out var uri))
            return target.StartsWith('/') ? target : "/";
        var path = target.IndexOf('/', uri.Scheme.Length + Uri.SchemeDelimiter.Length);
        return path < 0 ? "/" : target[path..];
    }
}
