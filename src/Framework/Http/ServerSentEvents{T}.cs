using System.Net.ServerSentEvents;

namespace Framework.Http;

/// <summary>200: server-sent events, <c>text/event-stream</c>, sent as they come where the front door streams. At the deadline of the
/// invocation the response ends, and a browser's <c>EventSource</c> connects again with the id of the last event in the header
/// <c>Last-Event-ID</c>.</summary>
/// <typeparam name="T">The type of an event's data, which is sent as JSON; a string is sent as it is.</typeparam>
/// <param name="Events">The events, each with its data, and where it has them with a type, an id and a time to connect
/// again.</param>
public sealed record ServerSentEvents<T>(IAsyncEnumerable<SseItem<T>> Events) : HttpResult(200)
{
    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["content-type"] = "text/event-stream";
        headers["cache-control"] = "no-store";
    }
}
