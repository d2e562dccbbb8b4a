namespace Framework.Http;

/// <summary>200: items as newline-delimited JSON, <c>application/x-ndjson</c>: one line of JSON each, sent as they come where the
/// front door streams.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <param name="Items">The items. What fails before the first is a response of its own.</param>
public sealed record Ndjson<T>(IAsyncEnumerable<T> Items) : HttpResult(200)
{
    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["content-type"] = "application/x-ndjson";
    }
}
