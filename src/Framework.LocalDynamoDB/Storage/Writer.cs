using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Framework.LocalDynamoDB.Storage;

/// <summary>
/// Commits all waiting jobs in one transaction. The caller that gets the connection first writes for all who wait for it.
/// So one flush serves many callers, and a single caller stays on its thread.
/// </summary>
internal sealed class Writer(Session session, Lock sessionLock)
{
    private const int MaxBatch = 256;

    private readonly ConcurrentQueue<WriteJob> _waiting = [];

    /// <summary>Returns when the write is committed.</summary>
    public T Write<T>(Func<Session, T> body, Action<T>? publish)
    {
        var job = new WriteJob<T>(body, publish);
        _waiting.Enqueue(job);
        using (sessionLock.EnterScope())
            while (!job.IsDone)
                Commit(NextBatch());
        return job.Result;
    }

    private List<WriteJob> NextBatch()
    {
        var batch = new List<WriteJob>();
        while (batch.Count < MaxBatch && (batch.Count == 0 || !batch[^1].EndsBatch) && _waiting.TryDequeue(out var next))
            batch.Add(next);
        return batch;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is passed to the callers.")]
    private void Commit(List<WriteJob> batch)
    {
        try
        {
            RunInTransaction(batch);
        }
        catch (Exception exception)
        {
            foreach (var job in batch)
                job.Fail(exception);
            return;
        }

        foreach (var job in batch)
            job.Complete();
    }

    private void RunInTransaction(List<WriteJob> batch)
    {
        session.Prepare("BEGIN IMMEDIATE").Run();
        try
        {
            foreach (var job in batch)
            {
                session.Prepare("SAVEPOINT job").Run();
                if (!job.TryRun(session))
                    session.Prepare("ROLLBACK TO job").Run();
                session.Prepare("RELEASE job").Run();
            }

            session.Prepare("COMMIT").Run();
        }
        catch
        {
            TryRollBack();
            throw;
        }
    }

    private void TryRollBack()
    {
        try
        {
            session.Prepare("ROLLBACK").Run();
        }
        catch (StorageException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}
