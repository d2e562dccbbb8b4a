using Framework.Local.Output;
using Framework.Runtime;

namespace Framework.Local.Gateway;

/// <summary>Calls a function of the service, and waits for its whole response.</summary>
internal sealed class LocalFunction(TimeProvider clock)
{
    /// <summary>Calls it.</summary>
    /// <param name="deployment">The service.</param>
    /// <param name="name">The function's name.</param>
    /// <param name="payload">The event.</param>
    /// <param name="invocationId">Lambda's id of the invocation.</param>
    /// <param name="traceId">The trace that the gateway has.</param>
    /// <param name="frontDoor">How long the front door waits.</param>
    /// <returns>The response; where the invocation ended without one, why: an
    /// <see cref="InvocationTimeoutException"/> where it took too long.
    /// </returns>
    public async Task<(ReadOnlyMemory<byte> Response, Exception? Failure)> InvokeAsync(
        DeployedService deployment, string name, ReadOnlyMemory<byte> payload, string invocationId, string traceId, TimeSpan frontDoor)
    {
        var limit = TimeLimit.Of(deployment.Timeouts[name], frontDoor);
        using var invocation = new Invocation
        {
            Payload = payload,
            RequestId = invocationId,
            Deadline = limit.Deadline(clock),
            FunctionArn = $"arn:aws:lambda:us-east-1:{EventParts.AccountId}:function:{name}",
            TraceId = TraceIds.ForFunction(traceId),
            Clock = clock,
        };
        var response = new ResponseBuffer();
        try
        {
            await limit.WaitAsync(Task.Run(() => deployment.Running.InvokeAsync(invocation, response).AsTask()), clock);
            return (response.Body, null);
        }
#pragma warning disable CA1031 // Every exception that ends the invocation is a Lambda error.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (default, exception);
        }
    }
}
