using System.Runtime.ExceptionServices;

namespace Framework.LocalDynamoDB.Storage;

/// <summary>One caller's writes, which happen together or not at all.</summary>
internal abstract class WriteJob
{
    /// <summary>The job is committed, or has failed.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The job changes tables themselves: nothing may follow it before the change is committed.</summary>
    public abstract bool EndsBatch { get; }

    protected Exception? Failure { get; private set; }

    /// <summary>Runs the writes; remembers the result or the failure.</summary>
    public bool TryRun(Session session)
    {
        try
        {
            Run(session);
            return true;
        }
        catch (Exception exception)
        {
            Failure = exception;
            return false;
        }
    }

    /// <summary>Publishes the result; it is called once the batch is committed.</summary>
    public void Complete()
    {
        if (Failure is null)
            Publish();
        IsDone = true;
    }

    public void Fail(Exception exception)
    {
        Failure ??= exception;
        IsDone = true;
    }

    protected abstract void Run(Session session);

    protected abstract void Publish();
}

/// <param name="body">What to write.</param>
/// <param name="publish">Runs after the commit and before any other job.</param>
internal sealed class WriteJob<T>(Func<Session, T> body, Action<T>? publish) : WriteJob
{
    private T? _result;

    /// <summary>The result of the body; throws the exception of the body.</summary>
    public T Result
    {
        get
        {
            if (Failure is not null)
                ExceptionDispatchInfo.Throw(Failure);
            return _result!;
        }
    }

    public override bool EndsBatch => publish is not null;

    protected override void Run(Session session) => _result = body(session);

    protected override void Publish() => publish?.Invoke(_result!);
}
