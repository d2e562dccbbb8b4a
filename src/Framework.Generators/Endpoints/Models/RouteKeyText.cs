namespace Framework.Generators.Endpoints.Models;

/// <summary>The keys of the routes that every WebSocket API may have.</summary>
internal static class RouteKeyText
{
    public const string Connect = "$connect";
    public const string Disconnect = "$disconnect";
    public const string Default = "$default";
}
