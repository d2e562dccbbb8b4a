using Framework.Description;
using Framework.Local.Gateway;
using Framework.WebSocketPipeline;
using Framework.WebSockets;

namespace Framework.Local.WebSockets;

/// <summary>The routes of the WebSocket API: those that the endpoints name.</summary>
internal static class Routes
{
    /// <summary>The endpoint of a route; null where there is none.</summary>
    public static EndpointDescription? Find(DeployedService deployment, string key) =>
        deployment.Running.Endpoints.FirstOrDefault(endpoint => endpoint.RouteKeys.Contains(key, StringComparer.Ordinal));

    /// <summary>Whether the route has a route response, without which the client does not get what the function returns. The deployment
    /// gives one to each endpoint that returns a value.</summary>
    public static bool Responds(DeployedService deployment, string key) => Find(deployment, key)?.ResponseType is not null;

    /// <summary>The route that a message takes: that of its action (<c>$request.body.action</c>), else <c>$default</c>; null where there is
    /// neither.</summary>
    public static string? KeyOf(DeployedService deployment, ReadOnlySpan<byte> message)
    {
        var action = MessageAction.Of(message);
        if (action is not null && !action.StartsWith('$') && Find(deployment, action) is not null)
            return action;
        return Find(deployment, RouteKeys.Default) is null ? null : RouteKeys.Default;
    }
}
