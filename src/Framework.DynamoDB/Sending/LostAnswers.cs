using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Framework.DynamoDB.Sending;

/// <summary>Marks a request of which one attempt ended without an answer, or with an error of DynamoDB's own: it may have
/// been applied, and the next attempt then finds what the first one wrote.</summary>
internal sealed class LostAnswers : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext) =>
        executionContext.RequestContext.OriginalRequest is IAttempt attempt
            ? WatchAsync(base.InvokeAsync<T>(executionContext), attempt)
            : base.InvokeAsync<T>(executionContext);

    private static async Task<T> WatchAsync<T>(Task<T> answer, IAttempt attempt)
    {
        try
        {
            return await answer;
        }
        catch (Exception exception) when (!IsRefusal(exception))
        {
            attempt.MayBeApplied = true;
            throw;
        }
    }

    private static bool IsRefusal(Exception exception) =>
        exception is AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError };
}
