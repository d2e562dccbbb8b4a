using Framework.Local.Gateway;

namespace Framework.Local.WebSockets;

/// <summary>What happens to a connection.</summary>
/// <param name="ConnectionId">The connection's id.</param>
/// <param name="Opening">The request that asked for the connection.</param>
/// <param name="Type">What happens: CONNECT, MESSAGE or DISCONNECT.</param>
/// <param name="RouteKey">The key of the route.</param>
/// <param name="RequestId">API Gateway's own id of it.</param>
/// <param name="Time">When it happens.</param>
internal sealed record ConnectionEvent(
    string ConnectionId, GatewayRequest Opening, string Type, string RouteKey, string RequestId, DateTimeOffset Time)
{
    /// <summary>The message; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Message { get; init; }

    /// <summary>Why the connection ended; null until then.</summary>
    public ConnectionEnd? End { get; init; }
}
