namespace Framework.Tests.Lambda;

/// <summary>Lets nobody go on until all have come.</summary>
public sealed class Meeting
{
    public const int Size = 3;

    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _present;

    public Task JoinAsync()
    {
        if (Interlocked.Increment(ref _present) == Size)
            _all.SetResult();
        return _all.Task;
    }
}
