using System.Buffers;
using Framework.Hosting;
using Framework.Http;
using Framework.Local.Output;
using Framework.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.Local.Gateway;

/// <summary>The front door of the service: authorizer, event, invocation, response.</summary>
internal sealed class LocalGateway(
    Deployments deployments, JwtAuthorizer authorizer, RequestLog log, TimeProvider clock, GatewayShape shape)
{
    /// <summary>The largest event that Lambda takes in a synchronous call.</summary>
    private const int MaxEventBytes = 6_291_556;

    // An HTTP API waits 30 seconds for a function at most, a REST API 29, so a function gets less.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(29);

    /// <summary>Whether an endpoint of the service takes the request.</summary>
    public bool Serves(HttpContext http) => deployments.Current.Routes.Find(http.Request.Method, TargetOf(http).EncodedPath) is not null;

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
        var route = deployment.Routes.Find(http.Request.Method, target.EncodedPath);
        var request = GatewayRequest.Begin(http, target, route, clock);
        var invocationId = Guid.NewGuid().ToString();
        log.Begin(invocationId);
        try
        {
            var (token, refusal) = shape.IsApi && route is { NeedsToken: true } ? await authorizer.CheckAsync(http.Request.Headers.Authorization) : default;
            var output = refusal ?? await InvokeAsync(request with { Token = token }, deployment, invocationId);
            // Before the response, so that who has it finds the request.
            log.Write(request.Record(output.StatusCode, token?.Name, clock), invocationId);
            await SendAsync(request, deployment.Service, output);
        }
        finally
        {
            log.End(invocationId);
        }
    }

    private async Task<GatewayResponse> InvokeAsync(GatewayRequest request, DeployedService deployment, string invocationId)
    {
        if (await ReadBodyAsync(request.Http) is not { } body)
            return shape.TooLarge();
        var payload = new ArrayBufferWriter<byte>(4096 + body.Length);
        shape.Write(payload, request with { Body = body });
        if (payload.WrittenCount > MaxEventBytes)
            return shape.TooLarge();

        using var invocation = new Invocation
        {
            Payload = payload.WrittenMemory,
            RequestId = invocationId,
            Deadline = clock.GetUtcNow() + Timeout,
            FunctionArn = $"arn:aws:lambda:us-east-1:000000000000:function:{deployment.Service.Name}",
            TraceId = TraceIds.ForFunction(request.TraceId),
            Clock = clock,
        };
        var response = new ResponseBuffer();
        try
        {
            await Task.Run(() => deployment.Running.InvokeAsync(invocation, response).AsTask()).WaitAsync(Timeout, clock);
        }
#pragma warning disable CA1031 // Every exception that ends the invocation is a Lambda error, and that is a 500.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.WriteFailure(invocationId, exception);
            return shape.Failed();
        }
        return shape.Read(response.Body);
    }

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
        if (output.IsGateways && shape.IsApi)
            ApplyCors(request, service, response);
        if (!MayHaveBody(request.Http.Request.Method, output.StatusCode))
            return;
        response.ContentLength = output.Body.Length;
        await response.Body.WriteAsync(output.Body, request.Http.RequestAborted);
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
