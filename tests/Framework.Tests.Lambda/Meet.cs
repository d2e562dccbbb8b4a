namespace Framework.Tests.Lambda;

[Get("/meet")]
[AllowAnonymous]
public sealed class Meet(Meeting meeting, ILogger<Meet> log)
{
    public async Task<Seen> HandleAsync(Invocation invocation)
    {
        await meeting.JoinAsync();
        log.LogInformation("met {Mine}", invocation.RequestId);
        return Seen.By(invocation);
    }
}
