using Framework.Generated;
using Framework.Http;
using Framework.Identity;
using Framework.Json;
using Framework.Metrics;
using Framework.Pipelines;
using Framework.Problems;
using Framework.Routing;
using Framework.Runtime;
using Framework.Telemetry;
using Framework.WebSocketEvents;

namespace Framework.WebSocketPipeline;

/// <summary>The way of every event of a WebSocket API: event, route, identity, filters, bind, validate, handle, and back.</summary>
internal sealed class ConnectionPipeline(PipelineParts parts, WebSocketRouter router)
{
    private const string NoEndpoint = "(none)";

    private static readonly RouteTemplate NoPath = RouteTemplate.Parse("/");

    private readonly EndpointRunner _runner = new(parts);

    /// <summary>Whether the service has an endpoint for such events.</summary>
    public bool ServesNothing => router.IsEmpty;

    /// <summary>Responds to one invocation.</summary>
    /// <param name="invocation">The invocation, whose event is of a WebSocket API.</param>
    /// <param name="output">Where the response goes.</param>
    /// <exception cref="UndecodableEventException">The event lacks what every such event has.</exception>
    public async ValueTask InvokeAsync(Invocation invocation, ResponseBuffer output)
    {
        var started = parts.Clock.GetTimestamp();
        var telemetry = new InvocationTelemetry(invocation.RequestId) { TraceId = invocation.TraceId };
        parts.Current.Value = telemetry;

        using var webSocketEvent = Decode(invocation.Payload);
        using var writer = parts.Writers.Take();
        Response response;
        try
        {
            foreach (var renewable in parts.Renewables)
                await renewable.RenewAsync(invocation.Cancellation);
            var endpoint = router.Find(webSocketEvent);
            telemetry.Endpoint = endpoint?.Name;
            telemetry.CallerId = webSocketEvent.Caller.IsAuthenticated ? webSocketEvent.Caller.Id : null;
            response = Checked(await RespondAsync(webSocketEvent, endpoint, invocation, writer), writer);
            WebSocketCodec.Encode(response, webSocketEvent.Type, output);
        }
#pragma warning disable CA1031 // The outermost catch: an exception is logged, counted, and a 500 that a client may read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _runner.LogFailure(exception);
            output.Clear();
            response = writer.Problem(KnownProblems.InternalError);
            WebSocketCodec.Encode(response, webSocketEvent.Type, output);
        }

        parts.Metrics.Write(
            new RequestOutcome(
                telemetry.Endpoint ?? NoEndpoint,
                response.StatusCode,
                parts.Clock.GetElapsedTime(started),
                IsColdStart: parts.CountInvocation()),
            telemetry);
    }

    private WebSocketEvent Decode(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return WebSocketCodec.Decode(payload);
        }
        catch (UndecodableEventException exception)
        {
            PipelineLog.Undecodable(parts.Log, exception);
            throw;
        }
    }

    private async ValueTask<Response> RespondAsync(
        WebSocketEvent webSocketEvent, Endpoint? endpoint, Invocation invocation, ResponseWriter writer)
    {
        if (endpoint is null)
            return writer.Problem(KnownProblems.NotFound);
        try
        {
            var caller = webSocketEvent.Caller;
            if (endpoint.Description.Access.Check(caller) is { } denied)
                return writer.Problem(caller.IsAuthenticated ? denied : KnownProblems.UnauthenticatedConnection);

            await using var context = new ConnectionContext(
                webSocketEvent.Connection, webSocketEvent.Request, caller, invocation, parts.Services, writer);
            return await _runner.RunAsync(endpoint, NoPath, endpoint.Description.MaxBodyBytes, context);
        }
        catch (Exception exception)
        {
            if (_runner.ProblemOf(exception, invocation.Cancellation) is not { } problem)
                throw;
            return writer.Problem(problem);
        }
    }

    private Response Checked(Response response, ResponseWriter writer)
    {
        if (response.Body.Length <= WebSocketCodec.MaxMessageBytes)
            return response;
        PipelineLog.MessageTooLarge(parts.Log, response.Body.Length);
        return writer.Problem(KnownProblems.MessageTooLarge);
    }
}
