using System.Buffers;
using Framework.Description;
using Framework.Local.Output;
using Framework.Runtime;

namespace Framework.Local.Gateway;

/// <summary>Asks the service's own Lambda authorizer, as API Gateway does. No result is kept: each request is asked for.</summary>
internal sealed class LambdaAuthorizer(RequestLog log, TimeProvider clock, GatewayShape shape)
{
    // API Gateway waits 10 seconds for one in an HTTP API.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Asks it.</summary>
    /// <returns>The caller; else the response of the gateway.</returns>
    public async Task<(AuthorizedCaller? Caller, GatewayResponse? Refusal)> CheckAsync(
        GatewayRequest request, DeployedService deployment, AuthorizerDescription authorizer, string invocationId)
    {
        var sources = authorizer.Headers.Select(header => request.Http.Request.Headers[header].ToString()).ToArray();
        if (sources.Any(string.IsNullOrEmpty))
            return (null, GatewayResponse.Message(401, "Unauthorized"));
        var question = new ArrayBufferWriter<byte>(4096);
        shape.WriteQuestion(question, request, sources);
        using var invocation = new Invocation
        {
            Payload = question.WrittenMemory,
            RequestId = invocationId,
            Deadline = clock.GetUtcNow() + Timeout,
            FunctionArn = $"arn:aws:lambda:us-east-1:000000000000:function:{authorizer.Name}",
            TraceId = TraceIds.ForFunction(request.TraceId),
            Clock = clock,
        };
        var response = new ResponseBuffer();
        try
        {
            await Task.Run(() => deployment.Running.InvokeAsync(invocation, response).AsTask()).WaitAsync(Timeout, clock);
        }
#pragma warning disable CA1031 // Every exception that ends the invocation is a Lambda error: a 401 where it says so, else a 500.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (exception.Message == "Unauthorized")
                return (null, GatewayResponse.Message(401, "Unauthorized"));
            log.WriteFailure(invocationId, exception);
            return (null, GatewayResponse.InternalServerError());
        }
        var (isValid, caller) = AuthorizerResultReader.Read(response.Body, shape.Arn(request));
        return (caller, caller is not null ? null : isValid ? GatewayResponse.Message(403, "Forbidden") : GatewayResponse.InternalServerError());
    }
}
