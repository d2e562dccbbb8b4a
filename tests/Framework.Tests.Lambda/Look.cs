namespace Framework.Tests.Lambda;

[Get("/look")]
[AllowAnonymous]
public sealed class Look
{
    public Task<Seen> HandleAsync(Invocation invocation) => Task.FromResult(Seen.By(invocation));
}
