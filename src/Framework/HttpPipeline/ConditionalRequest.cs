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
        if (request.Headers["if-match"] is { } asked && EntityTags.Find(asked, tag, weakly: false) is null)
            return writer.Problem(KnownProblems.PreconditionFailed);
        return request.Headers["if-none-match"] is { } known && EntityTags.Find(known, tag, weakly: true) is { } held
            ? NotModified(response, held)
            : response;
    }

    // The tag is that of the form which the client has.
    private static Response NotModified(Response response, string held)
    {
        var unchanged = response.With(304, default, isText: true);
        foreach (var name in OfContent)
            unchanged.Headers[name] = null;
        unchanged.Headers["etag"] = held;
        return unchanged;
    }
}
