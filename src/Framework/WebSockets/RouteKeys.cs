namespace Framework.WebSockets;

/// <summary>The keys of the routes that every WebSocket API may have.</summary>
internal static class RouteKeys
{
    public const string Connect = "$connect";
    public const string Disconnect = "$disconnect";
    public const string Default = "$default";
}
