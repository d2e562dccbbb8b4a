using Framework.Generated;
using Framework.WebSocketEvents;
using Framework.WebSockets;

namespace Framework.WebSocketPipeline;

/// <summary>Finds the endpoint of an event: by what happens to the connection, and of a message by its action.</summary>
internal sealed class WebSocketRouter
{
    private readonly Dictionary<string, Endpoint> _endpoints = new(StringComparer.Ordinal);

    public WebSocketRouter(IEnumerable<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            foreach (var key in endpoint.Description.RouteKeys)
                _endpoints.Add(key, endpoint);
        }
    }

    /// <summary>Whether no endpoint serves a WebSocket API.</summary>
    public bool IsEmpty => _endpoints.Count == 0;

    /// <summary>The endpoint; null where none takes the event.</summary>
    public Endpoint? Find(WebSocketEvent webSocketEvent) => webSocketEvent.Type switch
    {
        WebSocketEventType.Connect => Of(RouteKeys.Connect),
        WebSocketEventType.Disconnect => Of(RouteKeys.Disconnect),
        _ => OfAction(ActionOf(webSocketEvent)) ?? Of(RouteKeys.Default),
    };

    // An API that has the route $default alone leaves the choice to the service.
    private static string? ActionOf(WebSocketEvent message) => message.Connection.RouteKey == RouteKeys.Default
        ? MessageAction.Of(message.Request.Body.Span)
        : message.Connection.RouteKey;

    // No client may call $connect or $disconnect by a message.
    private Endpoint? OfAction(string? action) => action is null || action.StartsWith('$') ? null : Of(action);

    private Endpoint? Of(string key) => _endpoints.GetValueOrDefault(key);
}
