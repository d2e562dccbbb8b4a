using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>What an engine holds, and its operations share.</summary>
internal sealed class EngineState : IDisposable
{
    /// <param name="database">The data. The state disposes it.</param>
    /// <param name="clock">The time for creation dates, streams and time to live.</param>
    /// <param name="transitionTime">How long tables show that they are being created, updated or deleted.</param>
    /// <param name="region">The region in ARNs.</param>
    public EngineState(Database database, TimeProvider clock, TimeSpan transitionTime, string region)
    {
        Database = database;
        Clock = clock;
        Region = region;
        Catalog = new Catalog(database, clock, transitionTime);
        Writer = new ItemWriter(database, Catalog, clock);
    }

    public Database Database { get; }

    public Catalog Catalog { get; }

    public ItemWriter Writer { get; }

    public TimeProvider Clock { get; }

    /// <summary>The region in ARNs.</summary>
    public string Region { get; }

    public void Dispose() => Database.Dispose();
}
