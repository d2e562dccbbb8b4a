using Framework.Authorizers;
using Framework.Generated;
using Framework.Metrics;
using Framework.Pipelines;
using Framework.Runtime;
using Framework.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.AuthorizerPipeline;

/// <summary>The way of every question to a Lambda authorizer: event, authorizer, result, and back.</summary>
internal sealed class QuestionPipeline(Authorizer authorizer, PipelineParts parts)
{
    /// <summary>Responds to one invocation, whose event is a question.</summary>
    /// <exception cref="UnauthorizedException">The client gets a 401.</exception>
    /// <exception cref="AuthorizerFailedException">The client gets a 500.</exception>
    /// <exception cref="UndecodableEventException">The event lacks what every question has.</exception>
    public async ValueTask InvokeAsync(Invocation invocation, ResponseBuffer output)
    {
        var started = parts.Clock.GetTimestamp();
        var telemetry = new InvocationTelemetry(invocation.RequestId) { TraceId = invocation.TraceId, Endpoint = authorizer.Description.Name };
        parts.Current.Value = telemetry;

        var question = Decode(invocation.Payload);
        var status = 500;
        try
        {
            foreach (var renewable in parts.Renewables)
                await renewable.RenewAsync(invocation.Cancellation);
            var result = await AskAsync(question.Request, invocation);
            status = StatusOf(result.Decision);
            if (status == 401)
                throw new UnauthorizedException();
            AuthorizerResponse.Write(result, question.Form, question.Request.Arn, authorizer.Description.UsesPolicies, output);
        }
        catch (Exception exception) when (exception is not UnauthorizedException)
        {
            AuthorizerLog.Failed(parts.Log, exception);
            output.Clear();
            status = 500;
            throw new AuthorizerFailedException();
        }
        finally
        {
            parts.Metrics.Write(
                new RequestOutcome(authorizer.Description.Name, status, parts.Clock.GetElapsedTime(started), IsColdStart: parts.CountInvocation()),
                telemetry);
        }
    }

    private AuthorizerEvent Decode(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return AuthorizerEvent.Read(payload);
        }
        catch (UndecodableEventException exception)
        {
            AuthorizerLog.Undecodable(parts.Log, exception);
            throw;
        }
    }

    private async ValueTask<AuthorizerResult> AskAsync(AuthorizerRequest request, Invocation invocation)
    {
        await using var scope = parts.Services.CreateAsyncScope();
        return await authorizer.HandleAsync(new AuthorizerCall(request, scope.ServiceProvider, invocation))
            ?? throw new InvalidOperationException($"{authorizer.Description.Name} returns no result.");
    }

    private static int StatusOf(AuthorizerDecision decision) => decision switch
    {
        AuthorizerDecision.Allow => 200,
        AuthorizerDecision.Deny => 403,
        _ => 401,
    };
}
