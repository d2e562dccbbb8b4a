using Framework.Local.Gateway;
using Framework.Local.Output;
using Framework.WebSockets;

namespace Framework.Local.WebSockets;

/// <summary>Passes on what happens to an open connection: its messages, and its end.</summary>
internal sealed class ConnectionRoutes(Deployments deployments, ConnectionFunctions functions, RequestLog log, TimeProvider clock)
{
    /// <summary>Passes on a message, and sends the response to the client.</summary>
    public Task HandleMessageAsync(LocalConnection connection, ReadOnlyMemory<byte> message) => InvokeAsync(async (deployment, invocationId) =>
    {
        var key = Routes.KeyOf(deployment, message.Span);
        var happened = Event(connection, ConnectionEventType.Message, key ?? RouteKeys.Default) with { Message = message };
        var response = key is null
            ? GatewayError.Of(403, GatewayError.Forbidden, connection.Id, happened.RequestId)
            : await functions.InvokeAsync(deployment, happened, invocationId);
        // Before the response, so that who has it finds the request.
        functions.Record(happened, response.StatusCode, invocationId);
        if (!response.Body.IsEmpty && (response.IsGateways || Routes.Responds(deployment, key!)))
            await connection.SendAsync(response.Body);
    });

    /// <summary>Passes on why the connection ended, where the service has a class for it.</summary>
    public Task HandleEndAsync(LocalConnection connection, ConnectionEnd end) => InvokeAsync(async (deployment, invocationId) =>
    {
        var happened = Event(connection, ConnectionEventType.Disconnect, RouteKeys.Disconnect) with { End = end };
        var status = Routes.Find(deployment, RouteKeys.Disconnect) is null
            ? 200
            : (await functions.InvokeAsync(deployment, happened, invocationId)).StatusCode;
        functions.Record(happened, status, invocationId);
    });

    private async Task InvokeAsync(Func<DeployedService, string, Task> invoke)
    {
        var invocationId = Guid.NewGuid().ToString();
        var deployment = deployments.Enter();
        log.Begin(invocationId);
        try
        {
            await invoke(deployment, invocationId);
        }
        finally
        {
            log.End(invocationId);
            await deployments.LeaveAsync(deployment);
        }
    }

    private ConnectionEvent Event(LocalConnection connection, string type, string routeKey) =>
        new(connection.Id, connection.Opening, type, routeKey, TraceIds.NewRequestId(), clock.GetUtcNow());
}
