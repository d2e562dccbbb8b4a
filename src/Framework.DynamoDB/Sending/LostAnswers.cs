using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Framework.DynamoDB.Sending;

/// <summary>Marks a request of which one attempt ended without an answer, or with an error of DynamoDB's own: it may have
/// been applied, and the next attempt then finds what the first one wrote.</summary>
internal sealed class LostAnswers : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        try
        {
            return await base.InvokeAsync<T>(executionContext);
        }
        catch (Exception exception) when (!IsRefusal(exception))
        {
            if (executionContext.RequestContext.OriginalRequest is IAttempt attempt)
                attempt.MayBeApplied = true;
            throw;
        }
    }

    private static bool IsRefusal(Exception exception) =>
        exception is AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError };
}
