using System.Reflection;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;

namespace Framework.Deployment.Reading;

/// <summary>Reads the routes of the API, and of the WebSocket API.</summary>
/// <param name="service">The service.</param>
/// <param name="settings">How it is deployed.</param>
/// <param name="assembly">Its assembly.</param>
internal sealed class RouteReader(Microservice service, DeploymentAttribute settings, Assembly assembly)
{
    public IReadOnlyList<RouteModel> Routes() =>
    [
        .. from endpoint in service.Endpoints
           from route in endpoint.Routes
           orderby route.Template, route.Method
           select Route(endpoint, route),
    ];

    public IReadOnlyList<WebSocketRouteModel> WebSocketRoutes() =>
    [
        .. from endpoint in service.Endpoints
           from key in endpoint.RouteKeys
           orderby key
           select new WebSocketRouteModel(
               key, endpoint.Name, Function(endpoint), endpoint.Access.AllowAnonymous, Responds: key is not ("$connect" or "$disconnect") && endpoint.ResponseType is not null),
    ];

    private RouteModel Route(EndpointDescription endpoint, RouteDescription route) =>
        new(route.Method, route.Template, endpoint.Name, Function(endpoint), endpoint.Access.AllowAnonymous)
        {
            Scopes = [.. endpoint.Access.Scopes.SelectMany(anyOf => anyOf).Distinct().Order(StringComparer.Ordinal)],
            Throttle = Throttle(endpoint),
            Cache = CacheReader.Read(endpoint, service.Cors, settings, assembly),
            Cors = CorsReader.Read(service, endpoint),
        };

    private string Function(EndpointDescription endpoint) =>
        settings.Functions == FunctionLayout.OneForAll ? LogicalId.Of(service.Name) : endpoint.Name;

    private static ThrottleModel? Throttle(EndpointDescription endpoint)
    {
        if (endpoint.Type?.GetCustomAttribute<ThrottleAttribute>() is not { } throttle)
            return null;
        return throttle is { Rate: > 0, Burst: > 0 }
            ? new ThrottleModel(throttle.Rate, throttle.Burst)
            : throw new DeploymentException($"{endpoint.Name} has [Throttle({throttle.Rate}, {throttle.Burst})]: set both to 1 or more.");
    }
}
