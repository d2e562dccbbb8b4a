using Framework.Authorizers;
using Framework.Runtime;

namespace Framework.Tests.Service;

/// <summary>An authorizer that knows one key, and says what a test asks of it.</summary>
[Authorizer("x-api-key", "x-tenant")]
public sealed class CheckKey(AuthorizerScript script)
{
    public Task<AuthorizerResult> HandleAsync(AuthorizerRequest request, Invocation invocation, CancellationToken cancellation) =>
        Task.FromResult(script.Answer(request));
}
