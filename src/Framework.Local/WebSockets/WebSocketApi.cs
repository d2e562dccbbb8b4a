using Framework.Description;
using Framework.Local.Access;
using Framework.Local.Gateway;
using Framework.Local.Output;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Framework.Local.WebSockets;

/// <summary>A WebSocket API beside the front door, where the service has routes for one.</summary>
internal sealed class WebSocketApi
{
    /// <summary>Where it is, as a stage of API Gateway is at <c>wss://API.execute-api.REGION.amazonaws.com/STAGE</c>.</summary>
    public const string Path = "/_local/ws";

    private const string Connections = "/@connections";

    private readonly Deployments _deployments;
    private readonly WebSocketGateway _gateway;
    private readonly ConnectionsApi _management;

    public WebSocketApi(Deployments deployments, JwtAuthorizer tokens, Func<FunctionPolicies> policies, RequestLog log, TimeProvider clock)
    {
        var connections = new OpenConnections();
        var functions = new ConnectionFunctions(log, clock);
        _deployments = deployments;
        _gateway = new WebSocketGateway(
            connections,
            new ConnectRoute(deployments, tokens, functions, log, clock),
            new ConnectionRoutes(deployments, functions, log, clock),
            clock);
        _management = new ConnectionsApi(connections, policies);
    }

    /// <summary>Whether a service has routes of a WebSocket API.</summary>
    public static bool Has(IEnumerable<EndpointDescription> endpoints) => endpoints.Any(endpoint => endpoint.RouteKeys.Count > 0);

    /// <summary>Serves it.</summary>
    public void Map(IApplicationBuilder web) => web.Map(Path, api =>
    {
        var stopping = api.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        api.Use((http, next) => FrameUpgrade.UseAsync(http, next, MessageReader.MaxFrame));
        api.UseWebSockets();
        api.Run(http => HandleAsync(http, stopping));
    });

    private Task HandleAsync(HttpContext http, CancellationToken stopping)
    {
        if (!Has(_deployments.Current.Running.Endpoints))
            return RefuseAsync(http, StatusCodes.Status404NotFound, "The service has no WebSocket routes.");
        if (http.Request.Path.StartsWithSegments(Connections, out var id))
            return _management.HandleAsync(http, id.Value!.TrimStart('/'));
        return http.WebSockets.IsWebSocketRequest
            ? _gateway.HandleAsync(http, stopping)
            : RefuseAsync(http, StatusCodes.Status426UpgradeRequired, "Connect with a WebSocket.");
    }

    private static Task RefuseAsync(HttpContext http, int statusCode, string message)
    {
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(GatewayResponse.Message(statusCode, message).Body, http.RequestAborted).AsTask();
    }
}
