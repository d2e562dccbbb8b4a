namespace Framework.Local.WebSockets;

/// <summary>The values of <c>requestContext.eventType</c>.</summary>
internal static class ConnectionEventType
{
    public const string Connect = "CONNECT";
    public const string Message = "MESSAGE";
    public const string Disconnect = "DISCONNECT";
}
