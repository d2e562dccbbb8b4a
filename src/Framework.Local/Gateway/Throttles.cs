using System.Collections.Concurrent;
using System.Reflection;
using Framework.Description;
using Framework.Functions;

namespace Framework.Local.Gateway;

/// <summary>The throttles of an API: that of <c>[assembly: Deployment]</c> for all routes together, and one for each route of an endpoint
/// with <c>[Throttle]</c>. Where the code has neither, nothing is throttled.</summary>
/// <param name="api">The throttle of all other routes; null where there is none.</param>
internal sealed class Throttles(TokenBucket? api)
{
    private readonly ConcurrentDictionary<(string Method, string Template), TokenBucket> _routes = [];

    /// <summary>Reads them from the code.</summary>
    public static Throttles Of(IEnumerable<EndpointDescription> endpoints) =>
        Of(endpoints.Select(endpoint => endpoint.Type?.Assembly).FirstOrDefault(assembly => assembly is not null)?.GetCustomAttribute<DeploymentAttribute>());

    /// <summary>Those of a deployment.</summary>
    public static Throttles Of(DeploymentAttribute? deployment) =>
        new(deployment is null ? null : new TokenBucket(deployment.ThrottleRate, deployment.ThrottleBurst));

    /// <summary>Counts a request.</summary>
    /// <param name="route">Its route; null for <c>$default</c>.</param>
    /// <param name="method">Its method.</param>
    /// <param name="clock">The time.</param>
    /// <returns>Whether it may pass.</returns>
    public bool Take(GatewayRoute? route, string method, TimeProvider clock) => (OfRoute(route, method) ?? api)?.Take(clock) ?? true;

    private TokenBucket? OfRoute(GatewayRoute? route, string method) =>
        route?.Endpoint.Type?.GetCustomAttribute<ThrottleAttribute>() is { } throttle
            ? _routes.GetOrAdd((method, route.Template.Text), _ => new TokenBucket(throttle.Rate, throttle.Burst))
            : null;
}
