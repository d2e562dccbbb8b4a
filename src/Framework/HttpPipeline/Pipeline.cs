using System.Runtime.ExceptionServices;
using Framework.Filters;
using Framework.Generated;
using Framework.Http;
using Framework.HttpEvents;
using Framework.Identity;
using Framework.Json;
using Framework.Metrics;
using Framework.Problems;
using Framework.Routing;
using Framework.Runtime;
using Framework.Streaming;
using Framework.Telemetry;

namespace Framework.HttpPipeline;

/// <summary>The way of every request: event, route, identity, policies, filters, bind, validate, handle, and back.</summary>
internal sealed class Pipeline(PipelineParts parts)
{
    private const string NoEndpoint = "(none)";

    private int _invocations;

    /// <summary>Responds to one invocation.</summary>
    /// <param name="codec">Reads the event and writes the response.</param>
    /// <param name="invocation">The invocation, whose event is a request.</param>
    /// <param name="output">Where the response goes.</param>
    /// <exception cref="UndecodableEventException">The event lacks what every such event has.</exception>
    public async ValueTask InvokeAsync(EventCodec codec, Invocation invocation, ResponseBuffer output)
    {
        var started = parts.Clock.GetTimestamp();
        var telemetry = new InvocationTelemetry(invocation.RequestId) { TraceId = invocation.TraceId };
        parts.Current.Value = telemetry;

        using var httpEvent = Decode(codec, invocation.Payload);
        if (httpEvent.IsHealthCheck)
        {
            codec.Encode(HealthCheck(), withBody: false, output);
            return;
        }
        using var writer = parts.Writers.Take();
        var request = httpEvent.Request;
        if (parts.StreamsResponses)
            request.IsStreamed = output.CanStream && request.FrontDoor is FrontDoor.FunctionUrl or FrontDoor.RestApi;
        Route<ServedEndpoint>? route = null;
        Response response;
        try
        {
            foreach (var renewable in parts.Renewables)
                await renewable.RenewAsync(invocation.Cancellation);
            route = parts.Router.Find(request);
            telemetry.Endpoint = route?.Target.Description.Name;
            telemetry.CallerId = httpEvent.Caller.IsAuthenticated ? httpEvent.Caller.Id : null;
            response = await RespondAsync(httpEvent, route, invocation, writer);
            response = Encode(codec, request, route, response, writer, output);
            if (response.Stream is { } body)
                response = await StreamAsync(body, response, codec, request, route, invocation, writer, output);
        }
#pragma warning disable CA1031 // The outermost catch: an exception is logged, counted, and a 500 that a browser may read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailure(exception);
            output.Clear();
            response = Encode(codec, request, route, writer.Problem(KnownProblems.InternalError), writer, output);
        }

        parts.Metrics.Write(
            new RequestOutcome(
                telemetry.Endpoint ?? NoEndpoint,
                response.StatusCode,
                parts.Clock.GetElapsedTime(started),
                IsColdStart: Interlocked.Increment(ref _invocations) == 1,
                IsBroken: response.Stream?.Failure is not null),
            telemetry);
        if (response.Stream?.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
    }

    private HttpEvent Decode(EventCodec codec, ReadOnlyMemory<byte> payload)
    {
        try
        {
            var httpEvent = codec.Decode(payload);
            if (parts.BasePath.Length > 0)
                httpEvent.RemoveBasePath(parts.BasePath);
            return httpEvent;
        }
        catch (UndecodableEventException exception)
        {
            PipelineLog.Undecodable(parts.Log, exception);
            throw;
        }
    }

    private async ValueTask<Response> RespondAsync(
        HttpEvent httpEvent, Route<ServedEndpoint>? route, Invocation invocation, ResponseWriter writer)
    {
        var request = httpEvent.Request;
        if (route is null)
            return parts.Router.Refuse(request, writer);

        try
        {
            if (!httpEvent.Caller.IsAuthenticated && (parts.Authenticators.Length > 0 || parts.TrustsCertificates))
                await Authentication.RunAsync(parts, httpEvent, route.Target.Description.Access.AllowAnonymous, invocation.Cancellation);
            if (route.Target.Description.Access.Check(httpEvent.Caller) is { } denied)
                return writer.Problem(denied);

            await using var context = new CallContext(request, httpEvent.Caller, invocation, parts.Services, writer);
            var policies = route.Target.Endpoint.Policies(context);
            var response = policies.Length == 0
                ? await ServeAsync(route, context, writer)
                : await AuthorizeAsync(policies, route, context, writer);
            response = ConditionalRequest.Evaluate(httpEvent.Request, response, writer);
            context.KeepFor(response);
            return response;
        }
        catch (Exception exception)
        {
            if (ProblemOf(exception, invocation.Cancellation) is not { } problem)
                throw;
            return writer.Problem(problem);
        }
    }

    private Problem? ProblemOf(Exception exception, CancellationToken deadline)
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

    // Any client can send the user agent of a health check: what it gets is for no cache.
    private static Response HealthCheck()
    {
        var response = new Response(200);
        response.Headers["cache-control"] = "no-store";
        return response;
    }

    private async ValueTask<Response> AuthorizeAsync(
        IAuthorizationPolicy[] policies, Route<ServedEndpoint> route, CallContext context, ResponseWriter writer)
    {
        var values = RouteValues.All(route.Template, context.Request.Path);
        var seen = new AuthorizationContext(route.Target.Description, context.Request, context.Caller, values);
        foreach (var policy in policies)
        {
            if (await policy.AuthorizeAsync(seen, context.Cancellation) is { IsAllowed: false } denied)
                return writer.Problem(KnownProblems.Forbidden(denied.Reason ?? "The caller may not make this request."));
        }
        return await ServeAsync(route, context, writer);
    }

    private ValueTask<Response> ServeAsync(Route<ServedEndpoint> route, CallContext context, ResponseWriter writer)
    {
        var filters = route.Target.Endpoint.Filters(context);
        return filters.Length == 0 ? HandleAsync(route, context, writer) : FilterAsync(filters, route, context, writer);
    }

    private async ValueTask<Response> HandleAsync(Route<ServedEndpoint> route, CallContext context, ResponseWriter writer)
    {
        var call = route.Target.Endpoint.Begin();

        var bind = new Binder(context.Request, route.Template, route.Target.MaxBodyBytes ?? parts.MaxBodyBytes);
        call.Bind(bind, context);
        if (bind.Problem is { } unbound)
            return writer.Problem(unbound);

        var rules = new RuleCheck(parts.Json.Options.PropertyNamingPolicy);
        await call.ValidateAsync(rules, context);
        if (rules.Problem is { } invalid)
            return writer.Problem(invalid);

        // A handler may return null instead of a response; that is a 404, as it is for a value.
        return await call.HandleAsync(context) ?? writer.Problem(KnownProblems.NotFound);
    }

    // A method of its own: what its lambdas capture is allocated for endpoints with filters alone.
    private ValueTask<Response> FilterAsync(
        IEndpointFilter[] filters, Route<ServedEndpoint> route, CallContext context, ResponseWriter writer) => new FilteredCall(
            filters,
            new FilterContext(route.Target.Description, context.Request, context.Caller, context.Invocation),
            () => HandleAsync(route, context, writer),
            exception => ProblemOf(exception, context.Cancellation) is { } problem ? writer.Problem(problem) : null).InvokeAsync();

    // Sends a body while it is made. Until a piece of it is sent, a failure still is a problem; after that it is the Runtime API's to
    // report.
    private async ValueTask<Response> StreamAsync(
        StreamedBody body,
        Response response,
        EventCodec codec,
        Request request,
        Route<ServedEndpoint>? route,
        Invocation invocation,
        ResponseWriter writer,
        ResponseBuffer output)
    {
        try
        {
            try
            {
                if (HasBody(request, response))
                    await StreamSender.SendAsync(body, output, invocation);
            }
            finally
            {
                await body.End!();
            }
        }
#pragma warning disable CA1031 // Any exception of the author's code breaks the body off.
        catch (Exception) when (output.IsAbandoned)
        {
        }
        catch (Exception exception) when (output.HasStarted)
        {
            if (exception is OperationCanceledException && invocation.Cancellation.IsCancellationRequested)
                PipelineLog.DeadlineExceeded(parts.Log, exception);
            else
                LogFailure(exception);
            body.Failure = exception;
        }
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (ProblemOf(exception, invocation.Cancellation) is not { } problem)
                throw;
            output.Clear();
            return Encode(codec, request, route, writer.Problem(problem), writer, output);
        }
        return response;
    }

    private static bool HasBody(Request request, Response response) =>
        request.Method != HttpMethods.Head && response.StatusCode is not (204 or 205 or 304);

    private void LogFailure(Exception exception)
    {
        PipelineLog.Failed(parts.Log, exception);
        if (parts.Roots?.Explain(exception) is { } explanation)
            PipelineLog.UnknownRoot(parts.Log, explanation);
    }

    private Response Encode(
        EventCodec codec,
        Request request,
        Route<ServedEndpoint>? route,
        Response response,
        ResponseWriter writer,
        ResponseBuffer output)
    {
        var withBody = HasBody(request, response);
        route?.Target.ApplyCaching(response);
        parts.Router.ApplyCors(request, route?.Target, response);
        if (parts.Compress is { } compress && codec.MayCompress)
            response = compress(request, response);
        if (request.IsStreamed)
        {
            codec.EncodeStreamed(response, withBody, output);
            return response;
        }
        codec.Encode(response, withBody, output);
        if (output.BodyLength <= codec.MaxResponseBytes)
            return response;

        PipelineLog.ResponseTooLarge(parts.Log, output.BodyLength);
        output.Clear();
        var problem = writer.Problem(KnownProblems.ResponseTooLarge);
        parts.Router.ApplyCors(request, route?.Target, problem);
        codec.Encode(problem, withBody, output);
        return problem;
    }
}
