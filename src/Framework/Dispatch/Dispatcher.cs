using Framework.AuthorizerPipeline;
using Framework.HttpEvents;
using Framework.HttpPipeline;
using Framework.Pipelines;
using Framework.Runtime;
using Framework.Telemetry;
using Framework.WebSocketPipeline;
using Microsoft.Extensions.Logging;

namespace Framework.Dispatch;

/// <summary>Looks at an event once, and passes it to the pipeline of its family with the codec of its shape. Families of events
/// meet only here.</summary>
/// <param name="http">Serves requests.</param>
/// <param name="webSocket">Serves connections and their messages.</param>
/// <param name="authorizer">Responds to the questions to a Lambda authorizer; null where the service is none.</param>
/// <param name="current">The invocation that log lines belong to.</param>
/// <param name="log">Logs events that cannot be served.</param>
internal sealed class Dispatcher(
    Pipeline http, ConnectionPipeline webSocket, QuestionPipeline? authorizer, CurrentInvocation current, ILogger log)
{
    /// <summary>Serves one invocation.</summary>
    /// <exception cref="UndecodableEventException">The payload is not an event that the service can serve.</exception>
    public ValueTask InvokeAsync(Invocation invocation, ResponseBuffer output)
    {
        try
        {
            var shape = EventShapes.Of(invocation.Payload.Span, servesAuthorizer: authorizer is not null);
            return shape switch
            {
                EventShape.WebSocket when !webSocket.ServesNothing => webSocket.InvokeAsync(invocation, output),
                EventShape.Authorizer when authorizer is not null => authorizer.InvokeAsync(invocation, output),
                _ => http.InvokeAsync(CodecOf(shape), invocation, output),
            };
        }
        catch (UndecodableEventException exception)
        {
            return RefuseAsync(invocation, exception);
        }
    }

    /// <summary>The codec of a request's shape.</summary>
    /// <exception cref="UndecodableEventException">The shape is not that of a request.</exception>
    internal static EventCodec CodecOf(EventShape shape) => shape switch
    {
        EventShape.HttpApi => HttpApiCodec.Instance,
        EventShape.HttpApiV1 => RestApiCodec.HttpApi,
        EventShape.RestApi => RestApiCodec.RestApi,
        EventShape.LoadBalancer => LoadBalancerCodec.SingleValue,
        EventShape.LoadBalancerMultiValue => LoadBalancerCodec.MultiValue,
        EventShape.WebSocket => throw new UndecodableEventException("The event is a WebSocket API's, and the service has no endpoint for it."),
        EventShape.Authorizer => throw new UndecodableEventException("The event asks a Lambda authorizer, and the function serves none: it has no [Authorizer], or several, of which the handler names none."),
        _ => throw new UndecodableEventException(
            "The event is not a request: it is not from an HTTP API, a REST API, a function URL or a load balancer."),
    };

    // Asynchronous, so that the current invocation ends with the call.
    private async ValueTask RefuseAsync(Invocation invocation, UndecodableEventException exception)
    {
        current.Value = new InvocationTelemetry(invocation.RequestId) { TraceId = invocation.TraceId };
        PipelineLog.Undecodable(log, exception);
        await ValueTask.FromException(exception);
    }
}
