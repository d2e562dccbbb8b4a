namespace Framework.WebSocketEvents;

/// <summary>What happens to a connection: <c>requestContext.eventType</c>.</summary>
internal enum WebSocketEventType
{
    /// <summary>A client asks for a connection.</summary>
    Connect,

    /// <summary>A client sends a message.</summary>
    Message,

    /// <summary>A connection has ended.</summary>
    Disconnect,
}
