using Framework.Local.Gateway;
using Framework.Local.Output;
using Framework.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.Local.WebSockets;

/// <summary>Decides on a new connection: first the authorizer, then the service's class for <c>$connect</c>. Where there is no such class,
/// everybody may connect.</summary>
internal sealed class ConnectRoute(
    Deployments deployments, JwtAuthorizer tokens, ConnectionFunctions functions, RequestLog log, TimeProvider clock)
{
    /// <summary>Asks both.</summary>
    /// <param name="http">The request.</param>
    /// <param name="connectionId">The id that the connection gets.</param>
    /// <returns>The request with who calls, and the response: 2xx opens the connection.</returns>
    public async Task<(GatewayRequest Opening, GatewayResponse Response)> DecideAsync(HttpContext http, string connectionId)
    {
        var target = RequestTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var request = GatewayRequest.Begin(http, target, route: null, clock);
        var invocationId = Guid.NewGuid().ToString();
        var deployment = deployments.Enter();
        log.Begin(invocationId);
        try
        {
            var shape = new ConnectShape(connectionId, request.Id);
            var (opening, refusal) = await AuthorizeAsync(request, shape, deployment, invocationId);
            var response = refusal ?? await ConnectAsync(shape.Event(opening), deployment, invocationId);
            functions.Record(shape.Event(opening), response.StatusCode, invocationId);
            return (opening, response);
        }
        finally
        {
            log.End(invocationId);
            await deployments.LeaveAsync(deployment);
        }
    }

    private async Task<(GatewayRequest Opening, GatewayResponse? Refusal)> AuthorizeAsync(
        GatewayRequest request, ConnectShape shape, DeployedService deployment, string invocationId)
    {
        if (Routes.Find(deployment, RouteKeys.Connect) is not { Access.AllowAnonymous: false })
            return (request, null);
        if (deployment.Running.Authorizer is { } own)
        {
            var (caller, denied) = await new LambdaAuthorizer(log, clock, shape).CheckAsync(request, deployment, own, invocationId);
            return (request with { Caller = caller }, denied);
        }
        var (token, refusal) = await tokens.CheckAsync(TokenOf(request));
        return (request with { Token = token }, refusal is null ? null : shape.Unauthorized());
    }

    // A page cannot set headers of a WebSocket.
    private static string TokenOf(GatewayRequest request) =>
        EventParts.DecodedQuery(request.Target.Query, splitsAtSemicolon: false).LastOrDefault(pair => pair.Key == "access_token").Value
        ?? request.Http.Request.Headers.Authorization.ToString();

    private async Task<GatewayResponse> ConnectAsync(ConnectionEvent happened, DeployedService deployment, string invocationId) =>
        Routes.Find(deployment, RouteKeys.Connect) is null
            ? new GatewayResponse(200, [], [], default)
            : await functions.InvokeAsync(deployment, happened, invocationId);
}
