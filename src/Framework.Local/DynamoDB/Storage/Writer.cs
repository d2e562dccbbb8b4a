using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Framework.Local.DynamoDB.Storage;

/// <summary>
/// The only thread that writes. It commits everything that waits in one transaction, so that one flush to disk
/// serves many callers, and lets none of them go on before that flush.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int MaxBatch = 256;

    private readonly BlockingCollection<WriteJob> _waiting = [];
    private readonly Session _session;
    private readonly Lock _sessionLock;
    private readonly Thread _thread;

    /// <param name="session">The connection to write on.</param>
    /// <param name="sessionLock">Held around a batch, for readers that share the connection.</param>
    public Writer(Session session, Lock sessionLock)
    {
        _session = session;
        _sessionLock = sessionLock;
        _thread = new Thread(Run) { IsBackground = true, Name = "DynamoDB writer" };
        _thread.Start();
    }

    public Task<T> WriteAsync<T>(Func<Session, T> body, Action<T>? publish)
    {
        var job = new WriteJob<T>(body, publish);
        _waiting.Add(job);
        return job.Task;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
    }

    private void Run()
    {
        var batch = new List<WriteJob>();
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MaxBatch && !batch[^1].EndsBatch && _waiting.TryTake(out var next))
                batch.Add(next);
            Commit(batch);
            batch.Clear();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is the callers' to know.")]
    private void Commit(List<WriteJob> batch)
    {
        try
        {
            using (_sessionLock.EnterScope())
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
        _session.Prepare("BEGIN IMMEDIATE").Run();
        try
        {
            foreach (var job in batch)
            {
                _session.Prepare("SAVEPOINT job").Run();
                if (!job.TryRun(_session))
                    _session.Prepare("ROLLBACK TO job").Run();
                _session.Prepare("RELEASE job").Run();
            }

            _session.Prepare("COMMIT").Run();
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
            _session.Prepare("ROLLBACK").Run();
        }
        catch (StorageException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}
