using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Framework.DynamoDB.Sending;

/// <summary>Counts, on the request, each attempt of it.</summary>
/// <remarks>It does not wait for the response: that would cost each call an asynchronous method.</remarks>
internal sealed class SentAttempts : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        if (executionContext.RequestContext.OriginalRequest is IAttempt attempt)
            attempt.Unrefused++;
        return base.InvokeAsync<T>(executionContext);
    }
}
