using System.Buffers;
using Framework.Hosting;
using Framework.Http;
using Framework.Local.Output;
using Framework.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Framework.Local.Gateway;

/// <summary>The front door of the service: authorizer, event, invocation, response.</summary>
internal sealed class LocalGateway(
    Deployments deployments, JwtAuthorizer authorizer, RequestLog log, TimeProvider clock, GatewayShape shape)
{
    private readonly LambdaAuthorizer _lambda = new(log, clock, shape);

    /// <summary>Whether an endpoint of the service takes the request.</summary>
    public bool Serves(HttpContext http) => deployments.Current.Routes.Find(http.Request.Method, shape.RoutePath(TargetOf(http))) is not null;

    /// <summary>Responds to a request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var deployment = deployments.Enter();
        try
        {
            await HandleAsync(http, deployment);
        }
        finally
        {
            await deployments.LeaveAsync(deployment);
        }
    }

    private async Task HandleAsync(HttpContext http, DeployedService deployment)
    {
        var target = TargetOf(http);
        var route = deployment.Routes.Find(http.Request.Method, shape.RoutePath(target));
        var request = GatewayRequest.Begin(http, target, route, clock);
        var invocationId = Guid.NewGuid().ToString();
        log.Begin(invocationId);
        try
        {
            var (authorized, refusal) = Respond(request, deployment) is { } own
                ? (request, own)
                : await AuthorizeAsync(request, deployment, invocationId);
            var stream = shape.CanStream && deployment.Service.StreamsResponses
                ? new GatewayStream(http, shape, head => SendHead(request, deployment.Service, WithCors(request, deployment, head)))
                : null;
            var output = refusal ?? await InvokeAsync(authorized, deployment, invocationId, stream);
            // Before the response, so that who has it finds the request.
            log.Write(request.Record(output.StatusCode, authorized.CallerName, clock), invocationId);
            if (stream?.Head is null)
                await SendAsync(request, deployment.Service, WithCors(request, deployment, output));
        }
        finally
        {
            log.End(invocationId);
        }
    }

    // What the front door says before it asks anybody.
    private GatewayResponse? Respond(GatewayRequest request, DeployedService deployment)
    {
        if (shape.CheckHead(request.Http.Request) is { } refusal)
            return refusal;
        if (GatewayCors.IsPreflight(shape, deployment.Service, request.Http.Request))
            return GatewayCors.Preflight(deployment, request.Http.Request);
        return shape.IsApi && !deployment.Throttles.Take(request.Route, request.Http.Request.Method, clock) ? shape.TooMany() : null;
    }

    // A service with a Lambda authorizer of its own is behind that one.
    private async Task<(GatewayRequest Request, GatewayResponse? Refusal)> AuthorizeAsync(
        GatewayRequest request, DeployedService deployment, string invocationId)
    {
        if (request.Route is not { NeedsToken: true })
            return (request, null);
        if (!shape.IsApi)
            return (request with { UncheckedName = (await authorizer.CheckAsync(request.Http.Request.Headers.Authorization)).Token?.Name }, null);
        if (deployment.Running.Authorizer is { } own)
        {
            var (caller, denied) = await _lambda.CheckAsync(request, deployment, own, invocationId);
            return (request with { Caller = caller }, denied);
        }
        var (token, refusal) = await authorizer.CheckAsync(request.Http.Request.Headers.Authorization);
        return (request with { Token = token }, refusal);
    }

    // Where the front door has CORS configured, the headers are its own.
    private GatewayResponse WithCors(GatewayRequest request, DeployedService deployment, GatewayResponse output) =>
        GatewayCors.IsOwner(shape, deployment.Service) ? GatewayCors.Apply(shape, deployment.Service, request.Http.Request, output) : output;

    private async Task<GatewayResponse> InvokeAsync(
        GatewayRequest request, DeployedService deployment, string invocationId, GatewayStream? stream)
    {
        if (await ReadBodyAsync(request.Http) is not { } body)
            return shape.TooLarge();
        var payload = new ArrayBufferWriter<byte>(4096 + body.Length);
        shape.Write(payload, request with { Body = body });
        if (payload.WrittenCount > GatewayShape.MaxEventBytes)
            return shape.TooLarge();

        // A stream may take as long as a function.
        var limit = TimeLimit.Of(deployment.Timeouts[request.Route?.Endpoint.Name], stream is null ? shape.Timeout : TimeLimit.Longest);
        using var invocation = new Invocation
        {
            Payload = payload.WrittenMemory,
            RequestId = invocationId,
            Deadline = limit.Deadline(clock),
            FunctionArn = $"arn:aws:lambda:us-east-1:000000000000:function:{deployment.Service.Name}",
            TraceId = TraceIds.ForFunction(request.TraceId),
            Clock = clock,
        };
        var response = stream is null ? new ResponseBuffer() : new ResponseBuffer(stream);
        using var gone = stream is null ? default : request.Http.RequestAborted.Register(Abandon);
        using var stopped = stream is null ? default : Stopping(request.Http).Register(Abandon);
        try
        {
            await limit.WaitAsync(Task.Run(() => deployment.Running.InvokeAsync(invocation, response).AsTask()), clock);
            if (response.HasStarted)
                await response.FlushAsync();
        }
#pragma warning disable CA1031 // Every exception that ends the invocation is a Lambda error, and that is a 5xx.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.WriteFailure(invocationId, exception);
            // The status is sent, so only a broken connection says that the response is not whole.
            if (response.HasStarted)
                request.Http.Abort();
            return stream?.Head ?? (exception is InvocationTimeoutException { IsFunctions: false } ? shape.TimedOut() : shape.Failed());
        }
        return stream?.Head ?? (response.IsStreamed ? StreamedResponseReader.Read(response.Body, shape) : shape.ReadWhole(response.Body));

        // Lambda lets a function go on whose client is gone; only a stream learns of it, from what it can no longer send.
        void Abandon()
        {
            if (!response.HasStarted)
                return;
            response.Abandon();
            invocation.Cancel();
        }
    }

    // The local cloud ends without waiting for streams, which may have no end.
    private static CancellationToken Stopping(HttpContext http) =>
        http.RequestServices?.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;

    private async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = shape.MaxBodyBytes;
        try
        {
            var bytes = new MemoryStream();
            await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private async Task SendAsync(GatewayRequest request, Microservice service, GatewayResponse output)
    {
        SendHead(request, service, output);
        if (!MayHaveBody(request.Http.Request.Method, output.StatusCode))
            return;
        request.Http.Response.ContentLength = output.Body.Length;
        await request.Http.Response.Body.WriteAsync(output.Body, request.Http.RequestAborted);
    }

    private void SendHead(GatewayRequest request, Microservice service, GatewayResponse output)
    {
        var response = request.Http.Response;
        response.StatusCode = output.StatusCode;
        if (shape.IdHeader is { } idHeader)
            response.Headers[idHeader] = request.Id;
        foreach (var (name, value) in output.Headers)
        {
            if (!IsOfConnection(name))
                response.Headers.Append(name, value);
        }
        foreach (var cookie in output.Cookies)
            response.Headers.Append("set-cookie", cookie);
        if (output.IsGateways && shape.IsApi && !GatewayCors.IsOwner(shape, service))
            ApplyCors(request, service, response);
    }

    // With CORS configured, an HTTP API also sets the CORS headers on its own responses.
    private static void ApplyCors(GatewayRequest request, Microservice service, HttpResponse response)
    {
        var headers = new ResponseHeaders();
        (request.Route?.Cors ?? service.Cors).Apply(request.Http.Request.Headers.Origin, headers);
        foreach (var header in headers)
            response.Headers.Append(header.Name, header.Value);
    }

    private static RequestTarget TargetOf(HttpContext http) =>
        RequestTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

    private static bool MayHaveBody(string method, int status) =>
        method != Framework.Http.HttpMethods.Head && status is not (204 or 205 or 304);

    private static bool IsOfConnection(string header) => header.ToUpperInvariant() is
        "CONNECTION" or "CONTENT-LENGTH" or "KEEP-ALIVE" or "TE" or "TRAILER" or "TRANSFER-ENCODING" or "UPGRADE";
}
