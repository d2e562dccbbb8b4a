using Framework.Http;
using Framework.Json;
using Framework.Problems;

namespace Framework.HttpPipeline;

/// <summary>Compares what would be sent with what the client has (RFC 9110, section 13): a response with an <c>ETag</c> to a GET
/// or HEAD. Writes compare in the write itself, where nothing can come in between.</summary>
internal static class ConditionalRequest
{
    // What describes content, which a 304 does not have (section 15.4.5).
    private static readonly string[] OfContent =
    [
        "content-type", "content-length", "content-encoding", "content-language", "content-range", "content-disposition",
        "last-modified",
    ];

    /// <summary>The response, a 304 where the client has it already, or a 412 where it is not what the client asks for.</summary>
    public static Response Evaluate(Request request, Response response, ResponseWriter writer)
    {
        if (request.Method is not (HttpMethods.Get or HttpMethods.Head) || response.StatusCode != 200
            || response.Headers["etag"] is not { } tag)
            return response;
        if (request.Headers["if-match"] is { } asked && !EntityTags.Name(asked, tag, weakly: false))
            return writer.Problem(KnownProblems.PreconditionFailed);
        return request.Headers["if-none-match"] is { } known && EntityTags.Name(known, tag, weakly: true)
            ? NotModified(response)
            : response;
    }

    private static Response NotModified(Response response)
    {
        var unchanged = new Response(304);
        foreach (var header in response.Headers)
        {
            if (!OfContent.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
                unchanged.Headers[header.Name] = header.Value;
        }
        foreach (var cookie in response.HasCookies ? response.Cookies : [])
            unchanged.Cookies.Add(cookie);
        return unchanged;
    }
}
