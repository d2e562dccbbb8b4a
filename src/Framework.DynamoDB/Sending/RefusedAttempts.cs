using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Framework.DynamoDB.Sending;

/// <summary>Subtracts, on the request, each attempt that DynamoDB refused with a 4xx: such an attempt cannot have been
/// applied.</summary>
internal sealed class RefusedAttempts(IExceptionHandler inner) : IExceptionHandler
{
    public bool Handle(IExecutionContext executionContext, Exception exception)
    {
        Count(executionContext, exception);
        return inner.Handle(executionContext, exception);
    }

    public Task<bool> HandleAsync(IExecutionContext executionContext, Exception exception)
    {
        Count(executionContext, exception);
        return inner.HandleAsync(executionContext, exception);
    }

    private static void Count(IExecutionContext context, Exception exception)
    {
        if (context.RequestContext.OriginalRequest is IAttempt attempt && IsRefusal(exception))
            attempt.Unrefused--;
    }

    private static bool IsRefusal(Exception exception) => exception is HttpErrorResponseException
    {
        Response.StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError,
    };
}
