using System.Buffers;
using Framework.Description;
using Framework.Local.Output;

namespace Framework.Local.Gateway;

/// <summary>Asks the service's own Lambda authorizer, as API Gateway does. No result is kept: each request is asked for.</summary>
internal sealed class LambdaAuthorizer(RequestLog log, TimeProvider clock, GatewayShape shape)
{
    // API Gateway waits 10 seconds for one in an HTTP API.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly LocalFunction _function = new(clock);

    /// <summary>Asks it.</summary>
    /// <returns>The caller; else the response of the gateway.</returns>
    public async Task<(AuthorizedCaller? Caller, GatewayResponse? Refusal)> CheckAsync(
        GatewayRequest request, DeployedService deployment, AuthorizerDescription authorizer, string invocationId)
    {
        var sources = shape.Sources(authorizer).Select(header => request.Http.Request.Headers[header].ToString()).ToArray();
        if (sources.Any(string.IsNullOrEmpty))
            return (null, shape.Unauthorized());
        var question = new ArrayBufferWriter<byte>(4096);
        shape.WriteQuestion(question, request, sources);
        var (result, failure) = await _function.InvokeAsync(
            deployment, authorizer.Name, question.WrittenMemory, invocationId, request.TraceId, Timeout);
        if (failure is { Message: "Unauthorized" })
            return (null, shape.Unauthorized());
        if (failure is not null)
        {
            log.WriteFailure(invocationId, failure);
            return (null, shape.AuthorizerFailed());
        }
        var (decision, caller) = AuthorizerResultReader.Read(result, shape.Arn(request));
        return decision switch
        {
            AuthorizerDecision.Allow => (caller, null),
            AuthorizerDecision.NotValid => (null, shape.AuthorizerFailed()),
            _ => (null, shape.Denied(isExplicit: decision == AuthorizerDecision.ExplicitDeny)),
        };
    }
}
