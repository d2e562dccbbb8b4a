namespace Framework.Local.DynamoDB.Storage;

/// <summary>One caller's writes, which happen together or not at all.</summary>
internal abstract class WriteJob
{
    /// <summary>The job changes tables themselves: nothing may follow it before the change is committed.</summary>
    public abstract bool EndsBatch { get; }

    /// <summary>Runs on the writer; remembers the result or the failure.</summary>
    public abstract bool TryRun(Session session);

    /// <summary>Publishes the result and lets the caller go on; it is called once the batch is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

/// <param name="body">What to write.</param>
/// <param name="publish">Runs on the writer after the commit and before any other job.</param>
internal sealed class WriteJob<T>(Func<Session, T> body, Action<T>? publish) : WriteJob
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _failure;

    public Task<T> Task => _completion.Task;

    public override bool EndsBatch => publish is not null;

    public override bool TryRun(Session session)
    {
        try
        {
            _result = body(session);
            return true;
        }
        catch (Exception exception)
        {
            _failure = exception;
            return false;
        }
    }

    public override void Complete()
    {
        if (_failure is not null)
        {
            _completion.SetException(_failure);
            return;
        }

        publish?.Invoke(_result!);
        _completion.SetResult(_result!);
    }

    public override void Fail(Exception exception) => _completion.TrySetException(_failure ?? exception);
}
