using System.Buffers;
using Framework.Local.Gateway;
using Framework.Local.Output;

namespace Framework.Local.WebSockets;

/// <summary>Calls the function of a route, and shows the call on the console.</summary>
internal sealed class ConnectionFunctions(RequestLog log, TimeProvider clock)
{
    // The API waits no longer for an integration.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(29);

    private readonly LocalFunction _function = new(clock);

    /// <summary>Calls the function.</summary>
    /// <returns>Its response; where it has none, that of the gateway.</returns>
    public async Task<GatewayResponse> InvokeAsync(DeployedService deployment, ConnectionEvent happened, string invocationId)
    {
        var payload = new ArrayBufferWriter<byte>(1024 + happened.Message.Length);
        ConnectionEventWriter.Write(payload, happened);
        var name = Routes.Find(deployment, happened.RouteKey)?.Name ?? deployment.Service.Name;
        var (response, failure) = await _function.InvokeAsync(
            deployment, name, payload.WrittenMemory, invocationId, happened.Opening.TraceId, Timeout);
        if (failure is not null)
            log.WriteFailure(invocationId, failure);
        return failure switch
        {
            null => ProxyResponseReader.ReadV1(response) ?? Error(502, GatewayError.Failed),
            InvocationTimeoutException { IsFunctions: false } => Error(504, GatewayError.TimedOut),
            _ => Error(502, GatewayError.Failed),
        };

        GatewayResponse Error(int statusCode, string message) =>
            GatewayError.Of(statusCode, message, happened.ConnectionId, happened.RequestId);
    }

    /// <summary>Writes the line of an event.</summary>
    public void Record(ConnectionEvent happened, int statusCode, string invocationId) => log.Write(
        new RequestRecord(
            happened.RequestId,
            happened.Time,
            happened.Type,
            happened.RouteKey,
            happened.Type == ConnectionEventType.Connect ? happened.Opening.Target.Query : "",
            statusCode,
            (clock.GetUtcNow() - happened.Time).TotalMilliseconds,
            happened.Opening.CallerName),
        invocationId);
}
