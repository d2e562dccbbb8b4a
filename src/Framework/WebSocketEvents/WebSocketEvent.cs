using Framework.Http;
using Framework.HttpEvents;
using Framework.Identity;
using Framework.WebSockets;

namespace Framework.WebSocketEvents;

/// <summary>A decoded event of a WebSocket API. Owns the memory that its message was decoded to.</summary>
/// <param name="content">What the client sent, and who it is.</param>
/// <param name="type">What happens to the connection.</param>
/// <param name="connection">The connection.</param>
internal sealed class WebSocketEvent(HttpEvent content, WebSocketEventType type, Connection connection) : IDisposable
{
    /// <summary>The message, or the request for a connection: only that has headers and a query.</summary>
    public Request Request => content.Request;

    /// <summary>Who asked for the connection.</summary>
    public Caller Caller => content.Caller;

    public WebSocketEventType Type => type;

    public Connection Connection => connection;

    public void Dispose() => content.Dispose();
}
