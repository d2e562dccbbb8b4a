using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Streams;

namespace Framework.LocalDynamoDB.Upkeep;

/// <summary>
/// Deletes expired data at an interval: items past their time to live, as the service does within days, stream records
/// that are older than a day, and the remains of deleted tables that were kept for those records.
/// </summary>
internal sealed class Sweeper : IDisposable
{
    /// <summary>Items in one write, so that requests need not wait for long.</summary>
    private const int ChunkSize = 100;

    private readonly EngineState _engine;
    private readonly PeriodicTimer _timer;
    private readonly Task _loop;

    public Sweeper(EngineState engine, TimeSpan interval)
    {
        _engine = engine;
        _timer = new PeriodicTimer(interval, engine.Clock);
        _loop = Task.Run(RunAsync);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _loop.GetAwaiter().GetResult();
    }

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync())
            try
            {
                Sweep(_engine.Clock.GetUtcNow());
            }
            catch (StorageException)
            {
                // Where the file cannot be written, every request fails as well and reports the reason.
            }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var table in _engine.Catalog.Tables.Where(table => table.Expiry is not null))
            while (_engine.Writer.Expire(table.Name, now, ChunkSize) == ChunkSize)
            {
            }

        _engine.Database.Write(session => StreamLog.Trim(session, now));
        _engine.Catalog.ForgetDeleted(now);
    }
}
