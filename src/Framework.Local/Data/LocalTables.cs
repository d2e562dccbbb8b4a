using System.Buffers;
using System.Text.Json;
using Framework.Local.Access;
using Framework.Local.CommandLine;
using Framework.LocalDynamoDB;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.Resources;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Data;

/// <summary>The DynamoDB of the local cloud, with the tables that the service declares.</summary>
internal sealed class LocalTables : IDisposable
{
    private readonly Engine _engine;

    private LocalTables(Engine engine) => _engine = engine;

    /// <summary>Opens the tables of a folder, or tables in memory.</summary>
    /// <param name="folder">The folder; null for memory.</param>
    /// <param name="clock">The time.</param>
    /// <param name="access">Who may call what.</param>
    /// <exception cref="LocalFailureException">The data file cannot be used.</exception>
    public static LocalTables Open(DataFolder? folder, TimeProvider clock, TableAccess access)
    {
        try
        {
            return new LocalTables(Engine.Open(folder?.DatabaseFile, new() { Clock = clock, Authorize = access.Check }));
        }
        catch (LocalDataException exception)
        {
            throw new LocalFailureException($"{exception.Message} Or start once with --reset.", exception);
        }
    }

    /// <summary>Creates the declared tables that do not exist yet.</summary>
    /// <exception cref="LocalFailureException">DynamoDB would refuse a table, or has another table with its name.</exception>
    public void Create(IEnumerable<TableResource> tables)
    {
        foreach (var table in tables)
        {
            try
            {
                Create(table);
            }
            catch (DynamoDBException exception)
            {
                throw new LocalFailureException($"The table {table.Name} cannot be created: {exception.Message}", exception);
            }
        }
    }

    /// <summary>Reads the tables for the pages.</summary>
    public TableReader Reader => new(_engine.State.Database, _engine.State.Catalog);

    /// <summary>Carries out a change that a page asks for.</summary>
    /// <exception cref="DynamoDBException">The change breaks a rule of DynamoDB's.</exception>
    /// <exception cref="ItemChangedException">The item is no longer what the page showed.</exception>
    public void Write(ItemChange change) => _engine.State.Writer.Write(change);

    /// <summary>Responds to a request of DynamoDB's protocol.</summary>
    public Task HandleAsync(HttpContext http) => _engine.HandleAsync(http);

    public void Dispose() => _engine.Dispose();

    private void Create(TableResource table)
    {
        if (_engine.State.Catalog.Tables.FirstOrDefault(kept => kept.Definition.Name == table.Name) is { } known)
        {
            AddIndexes(known.Definition, table);
            return;
        }
        Run(new CreateTable(_engine.State), json => TableRequests.WriteCreate(json, table));
        if (table.ExpiresAt is { } attribute)
            Run(new UpdateTimeToLive(_engine.State), json => TableRequests.WriteTimeToLive(json, table.Name, attribute));
    }

    // As in AWS, a global index can be added to an existing table, and nothing else of the table's keys can change.
    private void AddIndexes(TableDefinition kept, TableResource table)
    {
        if (!IsSame(kept.Key, table.PartitionKey, table.SortKey))
            throw Kept(table, "another key");
        foreach (var index in table.Indexes)
        {
            var known = kept.Indexes.FirstOrDefault(found => found.Name == index.Name);
            if (known is null && !index.IsLocal)
                Run(new UpdateTable(_engine.State), json => TableRequests.WriteAddIndex(json, table.Name, index));
            else if (known is null || known.IsGlobal == index.IsLocal || !IsSame(known.Key, index.PartitionKey, index.SortKey))
                throw Kept(table, $"another index '{index.Name}'");
        }
    }

    private static bool IsSame(KeySchema kept, TableKey partition, TableKey? sort) =>
        kept.Attributes.Select(key => new TableKey(key.Name, $"{key.Type}"))
            .SequenceEqual(new[] { partition, sort }.OfType<TableKey>());

    private static LocalFailureException Kept(TableResource table, string what) =>
        new($"The table {table.Name} was kept with {what} than the service declares now: start once with --reset.");

    private static void Run(Operation operation, Action<Utf8JsonWriter> write)
    {
        var request = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(request))
            write(json);
        using var document = JsonDocument.Parse(request.WrittenMemory);
        using var ignored = new Utf8JsonWriter(Stream.Null);
        operation.Run(document.RootElement, "localhost", ignored);
    }
}
