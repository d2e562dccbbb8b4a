using Framework.Hosting;
using Framework.Local.Gateway;
using Framework.Local.Issuer;

namespace Framework.Local.Hosting;

/// <summary>A service that runs, and what the gateway and the issuer know of it.</summary>
internal sealed class Deployment(Microservice service, RunningService running)
{
    public Microservice Service => service;

    public RunningService Running => running;

    public GatewayRoutes Routes { get; } = new(running.Endpoints, service.Cors);

    public KnownScopes Scopes { get; } = new(running.Endpoints);

    /// <summary>How many requests it serves, and one more while it is the current one.</summary>
    public int Uses { get; set; } = 1;
}
