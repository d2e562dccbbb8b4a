using Framework.Cors;
using Framework.Description;
using Framework.Http;
using Framework.Routing;

namespace Framework.Local.Gateway;

/// <summary>The routes of the HTTP API: those of the endpoints, and for a GET also HEAD, as the framework serves it.
/// Everything else is for the route <c>$default</c>.</summary>
internal sealed class GatewayRoutes
{
    private readonly RouteTree<GatewayRoute> _tree = new();

    public GatewayRoutes(IEnumerable<EndpointDescription> endpoints, CorsPolicy servicePolicy)
    {
        foreach (var endpoint in endpoints)
        {
            var cors = endpoint.CorsOrigins is { } origins
                ? servicePolicy.WithOrigins(origins, endpoint.CorsCredentials)
                : servicePolicy;
            foreach (var route in endpoint.Routes)
            {
                var template = RouteTemplate.Parse(route.Template);
                _tree.Add(route.Method, template, new GatewayRoute(endpoint, template, cors));
            }
        }
    }

    /// <summary>Finds the route of a request; null for <c>$default</c>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, encoded.</param>
    public GatewayRoute? Find(string method, string path) =>
        (_tree.Find(method, path)
        ?? (method == HttpMethods.Head ? _tree.Find(HttpMethods.Get, path) : null))?.Target;
}
