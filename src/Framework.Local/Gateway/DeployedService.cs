using Framework.Hosting;
using Framework.Local.Issuer;

namespace Framework.Local.Gateway;

/// <summary>A running service, with what the gateway and the issuer read from it.</summary>
internal sealed class DeployedService(Microservice service, RunningService running)
{
    public Microservice Service => service;

    public RunningService Running => running;

    public GatewayRoutes Routes { get; } = new(running.Endpoints, service.Cors);

    public FunctionTimeouts Timeouts { get; } = FunctionTimeouts.Of(service, running.Endpoints);

    public Throttles Throttles { get; } = Throttles.Of(running.Endpoints);

    public KnownScopes Scopes { get; } = new(running.Endpoints);

    /// <summary>The number of requests that it serves, plus one while it is the current service.</summary>
    public int Uses { get; set; } = 1;
}
