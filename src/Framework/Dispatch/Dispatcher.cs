using System.Diagnostics;
using Framework.HttpEvents;
using Framework.HttpPipeline;
using Framework.Runtime;
using Framework.Telemetry;
using Microsoft.Extensions.Logging;

namespace Framework.Dispatch;

/// <summary>Looks at each event once and passes it to the pipeline of its family. Families of events meet only here.</summary>
/// <param name="http">Serves requests.</param>
/// <param name="current">The invocation that log lines belong to.</param>
/// <param name="log">Logs events that cannot be served.</param>
internal sealed class Dispatcher(Pipeline http, CurrentInvocation current, ILogger log)
{
    /// <summary>Serves one invocation.</summary>
    /// <exception cref="UndecodableEventException">The payload is not an event that the service can serve.</exception>
    public ValueTask InvokeAsync(Invocation invocation, ResponseBuffer output)
    {
        EventShape shape;
        try
        {
            shape = EventShapes.Of(invocation.Payload.Span);
        }
        catch (UndecodableEventException exception)
        {
            return RefuseAsync(invocation, exception);
        }
        return shape switch
        {
            EventShape.HttpApi => http.InvokeAsync(HttpApiCodec.Instance, invocation, output),
            _ => throw new UnreachableException(),
        };
    }

    // Asynchronous, so that the current invocation ends with the call.
    private async ValueTask RefuseAsync(Invocation invocation, UndecodableEventException exception)
    {
        current.Value = new InvocationTelemetry(invocation.RequestId) { TraceId = invocation.TraceId };
        PipelineLog.Undecodable(log, exception);
        await ValueTask.FromException(exception);
    }
}
