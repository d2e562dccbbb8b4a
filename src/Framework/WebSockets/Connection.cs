namespace Framework.WebSockets;

/// <summary>The connection of a WebSocket API that an event belongs to, as API Gateway describes it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html">
/// its variables</see>.</remarks>
public sealed class Connection
{
    internal Connection()
    {
    }

    /// <summary>The connection's id, by which messages are sent to it. It ends in <c>=</c>, so escape it in a URL.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The domain name that the client called.</summary>
    public string DomainName { get; internal set; } = "";

    /// <summary>The API's stage.</summary>
    public string Stage { get; internal set; } = "";

    /// <summary>When the connection was opened. API Gateway ends it after two hours.</summary>
    public DateTimeOffset ConnectedAt { get; internal set; }

    /// <summary>The key of the route that API Gateway chose: <c>$connect</c>, <c>$disconnect</c>, <c>$default</c> or an action.</summary>
    public string RouteKey { get; internal set; } = "";

    /// <summary>The message's id; null where the event is not a message.</summary>
    public string? MessageId { get; internal set; }

    /// <summary>With which status the connection ended (RFC 6455, section 7.4); null until then, and where API Gateway does not
    /// know it.</summary>
    public int? DisconnectStatusCode { get; internal set; }

    /// <summary>Why the connection ended; null until then, and where nobody said.</summary>
    public string? DisconnectReason { get; internal set; }
}
