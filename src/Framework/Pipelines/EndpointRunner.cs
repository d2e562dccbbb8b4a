using Framework.Filters;
using Framework.Generated;
using Framework.Http;
using Framework.Identity;
using Framework.Problems;
using Framework.Routing;

namespace Framework.Pipelines;

/// <summary>Runs an endpoint for an event of any family: policies, filters, bind, validate, handle. Exceptions
/// become problems.</summary>
internal sealed class EndpointRunner(PipelineParts parts)
{
    /// <summary>Responds to one request.</summary>
    /// <param name="endpoint">The endpoint that serves it.</param>
    /// <param name="template">The path of its route.</param>
    /// <param name="maxBodyBytes">How long the body may be; null for the service's limit.</param>
    /// <param name="context">Who calls, and within which invocation.</param>
    public ValueTask<Response> RunAsync(Endpoint endpoint, RouteTemplate template, int? maxBodyBytes, CallContext context)
    {
        var policies = endpoint.Policies(context);
        return policies.Length == 0
            ? ServeAsync(endpoint, template, maxBodyBytes, context)
            : AuthorizeAsync(policies, endpoint, template, maxBodyBytes, context);
    }

    /// <summary>The problem that an exception is.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="deadline">The invocation's deadline.</param>
    /// <returns>The problem; null where it is none, and then nothing is logged.</returns>
    public Problem? ProblemOf(Exception exception, CancellationToken deadline)
    {
        if (exception is OperationCanceledException && deadline.IsCancellationRequested)
        {
            PipelineLog.DeadlineExceeded(parts.Log, exception);
            return KnownProblems.DeadlineExceeded;
        }
        try
        {
            var problem = parts.Problems.Find(exception);
            if (problem is { Status: >= 500 })
                LogFailure(exception);
            return problem;
        }
        catch (Exception)
        {
            // The author's mapping failed: without this line the log would hold its exception alone.
            LogFailure(exception);
            throw;
        }
    }

    /// <summary>Logs an exception, and its cause where that is a certificate that nobody trusts.</summary>
    public void LogFailure(Exception exception)
    {
        PipelineLog.Failed(parts.Log, exception);
        if (parts.Roots?.Explain(exception) is { } explanation)
            PipelineLog.UnknownRoot(parts.Log, explanation);
    }

    private async ValueTask<Response> AuthorizeAsync(
        IAuthorizationPolicy[] policies, Endpoint endpoint, RouteTemplate template, int? maxBodyBytes, CallContext context)
    {
        var values = RouteValues.All(template, context.Request.Path);
        var seen = new AuthorizationContext(endpoint.Description, context.Request, context.Caller, values);
        foreach (var policy in policies)
        {
            if (await policy.AuthorizeAsync(seen, context.Cancellation) is { IsAllowed: false } denied)
                return context.Writer.Problem(KnownProblems.Forbidden(denied.Reason ?? "The caller may not make this request."));
        }
        return await ServeAsync(endpoint, template, maxBodyBytes, context);
    }

    private ValueTask<Response> ServeAsync(Endpoint endpoint, RouteTemplate template, int? maxBodyBytes, CallContext context)
    {
        var filters = endpoint.Filters(context);
        return filters.Length == 0
            ? HandleAsync(endpoint, template, maxBodyBytes, context)
            : FilterAsync(filters, endpoint, template, maxBodyBytes, context);
    }

    private async ValueTask<Response> HandleAsync(Endpoint endpoint, RouteTemplate template, int? maxBodyBytes, CallContext context)
    {
        var call = endpoint.Begin();

        // Made here: as a parameter it would be on the heap, 64 bytes a request.
        var bind = new Binder(context.Request, template, maxBodyBytes ?? parts.MaxBodyBytes);
        call.Bind(bind, context);
        if (bind.Problem is { } unbound)
            return context.Writer.Problem(unbound);

        var rules = new RuleCheck(parts.Json.Options.PropertyNamingPolicy);
        await call.ValidateAsync(rules, context);
        if (rules.Problem is { } invalid)
            return context.Writer.Problem(invalid);

        // A handler may return null instead of a response; that is a 404, as it is for a value.
        return await call.HandleAsync(context) ?? context.Writer.Problem(KnownProblems.NotFound);
    }

    // A method of its own: what its lambdas capture is allocated for endpoints with filters alone.
    private ValueTask<Response> FilterAsync(
        IEndpointFilter[] filters, Endpoint endpoint, RouteTemplate template, int? maxBodyBytes, CallContext context) => new FilteredCall(
        filters,
        new FilterContext(endpoint.Description, context.Request, context.Caller, context.Invocation),
        () => HandleAsync(endpoint, template, maxBodyBytes, context),
        exception => ProblemOf(exception, context.Cancellation) is { } problem ? context.Writer.Problem(problem) : null).InvokeAsync();
}
