using Framework.Cors;
using Framework.Description;
using Framework.Routing;

namespace Framework.Local.Gateway;

/// <summary>A route of the HTTP API. Each endpoint has one.</summary>
internal sealed record GatewayRoute(EndpointDescription Endpoint, RouteTemplate Template, CorsPolicy Cors)
{
    /// <summary>Whether the route has the JWT authorizer.</summary>
    public bool NeedsToken => !Endpoint.Access.AllowAnonymous;
}
