namespace Framework.Tests.Lambda;

[Get("/hang")]
[AllowAnonymous]
public sealed class Hang(Resource resource)
{
    public async Task<Seen> HandleAsync(Invocation invocation)
    {
        resource.Say("hanging");
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
        return Seen.By(invocation);
    }
}
