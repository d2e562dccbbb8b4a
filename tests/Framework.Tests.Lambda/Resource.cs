namespace Framework.Tests.Lambda;

/// <summary>Something that must be closed.</summary>
public sealed class Resource(ILogger<Resource> log) : IAsyncDisposable
{
    public void Say(string text) => log.LogInformation("{What}", text);

    public ValueTask DisposeAsync()
    {
        Say("disposed");
        return ValueTask.CompletedTask;
    }
}
