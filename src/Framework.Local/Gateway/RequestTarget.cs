namespace Framework.Local.Gateway;

/// <summary>A request's path and query, as the front doors read them.</summary>
/// <param name="RawPath">The path as it was sent: so a REST API, a function URL and a load balancer pass it on.</param>
/// <param name="Query">The text behind the question mark, as it was sent.</param>
/// <remarks>An HTTP API decodes the path once before it finds the route, and once more before it calls the function; each time a
/// question mark ends it. Measured by others: <see href="https://github.com/hotsock/voker/pull/8"/>,
/// <see href="https://github.com/middleapi/standard-server/pull/93"/>, and the snapshots of AWS's own test tool in
/// <see href="https://github.com/aws/aws-lambda-dotnet"/>.</remarks>
internal readonly record struct RequestTarget(string RawPath, string Query)
{
    /// <summary>The path in which an HTTP API finds the route.</summary>
    public string OnceDecoded => Decode(RawPath);

    /// <summary>The path that an HTTP API passes on.</summary>
    public string TwiceDecoded => Decode(OnceDecoded);

    /// <summary>The path for people to read.</summary>
    public string Readable => Uri.UnescapeDataString(RawPath);

    /// <summary>Reads the target of a request line.</summary>
    public static RequestTarget Parse(string target)
    {
        var text = WithoutOrigin(target);
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? new(text, "") : new(text[..mark], text[(mark + 1)..]);
    }

    /// <summary>Decodes a text once, as an HTTP API does.</summary>
    public static string Decode(string text)
    {
        var decoded = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        var mark = decoded.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? decoded : decoded[..mark];
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
