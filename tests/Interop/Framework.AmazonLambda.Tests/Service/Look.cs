using Framework.Identity;
using Framework.Routing;
using Framework.Runtime;

namespace Framework.AmazonLambda.Tests.Service;

[Get("/look")]
[AllowAnonymous]
public sealed class Look
{
    public Task<Seen> HandleAsync(Invocation invocation) => Task.FromResult(new Seen(
        invocation.RequestId,
        invocation.FunctionArn,
        invocation.TraceId,
        invocation.TenantId,
        invocation.Deadline == DateTimeOffset.MaxValue ? null : invocation.Deadline,
        invocation.Cancellation.IsCancellationRequested));
}
