using Framework.Description;
using Framework.Http;
using Framework.Identity;
using Framework.Runtime;

namespace Framework.Filters;

/// <summary>What a filter sees of a request.</summary>
/// <param name="endpoint">The endpoint that serves it.</param>
/// <param name="request">The request.</param>
/// <param name="caller">Who calls.</param>
/// <param name="invocation">The Lambda invocation.</param>
public sealed class FilterContext(EndpointDescription endpoint, Request request, Caller caller, Invocation invocation)
{
    /// <summary>The endpoint that serves the request.</summary>
    public EndpointDescription Endpoint { get; } = endpoint;

    /// <summary>The request.</summary>
    public Request Request { get; } = request;

    /// <summary>Who calls, and may.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The Lambda invocation.</summary>
    public Invocation Invocation { get; } = invocation;

    /// <summary>Fires shortly before the Lambda deadline.</summary>
    public CancellationToken Cancellation => Invocation.Cancellation;
}
