using System.Net.WebSockets;

namespace Framework.Local.WebSockets;

/// <summary>Why a connection ended.</summary>
/// <param name="Status">The status of the closing frame, as RFC 6455 lists them.</param>
/// <param name="Reason">The reason that it gives.</param>
/// <remarks>The texts are those of events that others have published. AWS's documentation has none.</remarks>
internal sealed record ConnectionEnd(WebSocketCloseStatus Status, string Reason)
{
    /// <summary>The connection was idle or open for too long, or the gateway ends.</summary>
    public static ConnectionEnd GoingAway { get; } = new(WebSocketCloseStatus.EndpointUnavailable, "Going away");

    /// <summary>The service closed the connection.</summary>
    public static ConnectionEnd Deleted { get; } = new(WebSocketCloseStatus.NormalClosure, "Connection Closed Normally");

    /// <summary>A message or a frame is too large.</summary>
    public static ConnectionEnd TooLarge { get; } = new(WebSocketCloseStatus.MessageTooBig, "Message too long");

    /// <summary>A message is not text.</summary>
    public static ConnectionEnd Binary { get; } = new(WebSocketCloseStatus.InvalidMessageType, "Binary frames are not supported");

    /// <summary>The client went without a closing frame.</summary>
    public static ConnectionEnd Lost { get; } = new((WebSocketCloseStatus)1006, "Connection Closed Abnormally");

    /// <summary>The client closed the connection, and did not say why.</summary>
    public static ConnectionEnd WithoutStatus { get; } = new(WebSocketCloseStatus.Empty, "Client-side close frame status not set");

    /// <summary>The client closed the connection.</summary>
    public static ConnectionEnd ByClient(WebSocket socket) =>
        new(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, socket.CloseStatusDescription ?? "");
}
