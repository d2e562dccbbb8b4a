using Framework.Http;

namespace Framework.WebSockets;

/// <summary>The connection is open: the response of a class with <see cref="ConnectAttribute"/> that also chooses the protocol.</summary>
/// <param name="Subprotocol">The protocol that the service chooses of those in the header <c>Sec-WebSocket-Protocol</c>; null for none.
/// A browser ends a connection whose request named protocols of which the response names none.</param>
public sealed record Connected(string? Subprotocol = null) : HttpResult(200)
{
    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["sec-websocket-protocol"] = Subprotocol;
    }
}
