using System.Runtime.ExceptionServices;
using Framework.Generated;
using Framework.Http;
using Framework.HttpEvents;
using Framework.Identity;
using Framework.Json;
using Framework.Metrics;
using Framework.Pipelines;
using Framework.Problems;
using Framework.Routing;
using Framework.Runtime;
using Framework.Streaming;
using Framework.Telemetry;

namespace Framework.HttpPipeline;

/// <summary>The way of every request: event, route, identity, policies, filters, bind, validate, handle, and back.</summary>
internal sealed class Pipeline(PipelineParts parts, HttpParts http)
{
    private const string NoEndpoint = "(none)";

    private readonly EndpointRunner _runner = new(parts);

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
        if (http.StreamsResponses)
            request.IsStreamed = output.CanStream && request.FrontDoor is FrontDoor.FunctionUrl or FrontDoor.RestApi;
        Route<ServedEndpoint>? route = null;
        Response response;
        try
        {
            foreach (var renewable in parts.Renewables)
                await renewable.RenewAsync(invocation.Cancellation);
            route = http.Router.Find(request);
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
            _runner.LogFailure(exception);
            output.Clear();
            response = Encode(codec, request, route, writer.Problem(KnownProblems.InternalError), writer, output);
        }

        parts.Metrics.Write(
            new RequestOutcome(
                telemetry.Endpoint ?? NoEndpoint,
                response.StatusCode,
                parts.Clock.GetElapsedTime(started),
                IsColdStart: parts.CountInvocation(),
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
            if (http.BasePath.Length > 0)
                httpEvent.RemoveBasePath(http.BasePath);
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
            return http.Router.Refuse(request, writer);

        try
        {
            if (!httpEvent.Caller.IsAuthenticated && (http.Authenticators.Length > 0 || http.TrustsCertificates))
                await Authentication.RunAsync(parts, http, httpEvent, route.Target.Description.Access.AllowAnonymous, invocation.Cancellation);
            if (route.Target.Description.Access.Check(httpEvent.Caller) is { } denied)
                return writer.Problem(denied);

            await using var context = new CallContext(request, httpEvent.Caller, invocation, parts.Services, writer);
            var response = await _runner.RunAsync(route.Target.Endpoint, route.Template, route.Target.MaxBodyBytes, context);
            response = ConditionalRequest.Evaluate(httpEvent.Request, response, writer);
            context.KeepFor(response);
            return response;
        }
        catch (Exception exception)
        {
            if (_runner.ProblemOf(exception, invocation.Cancellation) is not { } problem)
                throw;
            return writer.Problem(problem);
        }
    }

    // Any client can send the user agent of a health check: what it gets is for no cache.
    private static Response HealthCheck()
    {
        var response = new Response(200);
        response.Headers["cache-control"] = "no-store";
        return response;
    }

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
                _runner.LogFailure(exception);
            body.Failure = exception;
        }
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (_runner.ProblemOf(exception, invocation.Cancellation) is not { } problem)
                throw;
            output.Clear();
            return Encode(codec, request, route, writer.Problem(problem), writer, output);
        }
        return response;
    }

    private static bool HasBody(Request request, Response response) =>
        request.Method != HttpMethods.Head && response.StatusCode is not (204 or 205 or 304);

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
        http.Router.ApplyCors(request, route?.Target, response);
        if (http.Compress is { } compress && codec.MayCompress)
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
        http.Router.ApplyCors(request, route?.Target, problem);
        codec.Encode(problem, withBody, output);
        return problem;
    }
}
