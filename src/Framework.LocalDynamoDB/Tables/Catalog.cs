using System.Collections.Concurrent;
using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Storage;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>All tables, in memory and in the store.</summary>
internal sealed class Catalog
{
    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Transition> _transitions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, TableDefinition> _deleted = new();
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _transitionTime;

    /// <param name="database">Where definitions are stored.</param>
    /// <param name="clock">The clock for the end of transitions.</param>
    /// <param name="transitionTime">How long a table shows that it is being created, updated or deleted.</param>
    public Catalog(Database database, TimeProvider clock, TimeSpan transitionTime)
    {
        _database = database;
        _clock = clock;
        _transitionTime = transitionTime;
        foreach (var definition in database.Read(session => ReadAll(session, "tables")))
            _tables[definition.Name] = new(definition);
        foreach (var definition in database.Read(session => ReadAll(session, "deleted_tables")))
            _deleted[definition.Id] = definition;
    }

    /// <summary>Names in the order of ListTables.</summary>
    public IEnumerable<string> Names => _tables.Keys
        .Union(_transitions.Keys.Where(name => Current(name) is not null)).Order(StringComparer.Ordinal);

    public IEnumerable<Table> Tables => _tables.Values;

    /// <summary>Deleted tables whose streams can still be read.</summary>
    public IEnumerable<TableDefinition> DeletedTables => _deleted.Values;

    /// <summary>When a change that begins now is done.</summary>
    public DateTimeOffset Settled => _clock.GetUtcNow() + _transitionTime;

    /// <summary>Whether a change that began at the time still shows.</summary>
    public bool IsSettling(DateTimeOffset since) => since + _transitionTime > _clock.GetUtcNow();

    /// <summary>The table of an item operation, by its name or ARN, which must be there and ready.</summary>
    public Table Get(string nameOrArn) =>
        TableArn.NameOf(nameOrArn) is var name
        && _tables.TryGetValue(name, out var table) && Current(name) is not { Status: Transition.Creating }
            ? table
            : throw DynamoDBException.ResourceNotFound();

    /// <summary>The table, whether it shows as ready or not; null where there is none.</summary>
    public Table? Find(string name) => _tables.GetValueOrDefault(name);

    /// <summary>The start of a stream of the table that is enabled now. No two streams of one table name may have the same
    /// label.</summary>
    public DateTimeOffset NextStreamTime(string name)
    {
        var last = _deleted.Values.Where(deleted => deleted.Name == name).Append(Find(name)?.Definition)
            .OfType<TableDefinition>().SelectMany(table => table.FormerStreams)
            .Select(former => former.Created).DefaultIfEmpty().Max();
        var now = _clock.GetUtcNow();
        return now > last ? now : last.AddMilliseconds(1);
    }

    /// <summary>How a table operation sees the table; the error names it.</summary>
    public (TableDefinition Definition, string Status) Describe(string name)
    {
        if (Current(name) is { } transition)
            return (transition.Shown, transition.Status);
        return _tables.TryGetValue(name, out var table)
            ? (table.Definition, Transition.Active)
            : throw DynamoDBException.ResourceNotFound($"Requested resource not found: Table: {name} not found");
    }

    public Table Create(TableDefinition definition) => _database.Write(
        session =>
        {
            if (_tables.ContainsKey(definition.Name) || Current(definition.Name) is not null)
                throw DynamoDBException.Domain(
                    "ResourceInUseException", $"Table already exists: {definition.Name}");
            session.Prepare("INSERT INTO tables(name, definition) VALUES(?1, x'')").Bind(1, definition.Name).Run();
            using var row = session.Prepare("SELECT last_insert_rowid()");
            row.Step();
            var table = new Table(definition with { Id = row.Int64(0) });
            Store(session, table.Definition);
            table.Create(session);
            return table;
        },
        table =>
        {
            _tables[table.Name] = table;
            Show(table.Definition, Transition.Creating);
        });

    /// <summary>Replaces a definition, and builds and drops indexes with it.</summary>
    /// <param name="name">The table.</param>
    /// <param name="change">Runs on the writer and may refuse; gives the new definition and what is shown meanwhile.</param>
    public (Table Table, TableDefinition Shown) Update(
        string name, Func<TableDefinition, (TableDefinition Final, TableDefinition Shown)> change) =>
        _database.Write(
            session =>
            {
                var before = Ready(name);
                var (final, shown) = change(before.Definition);
                var after = new Table(final);
                Store(session, final);
                Reindex(session, before, after);
                return (after, shown);
            },
            result =>
            {
                _tables[name] = result.after;
                Show(result.shown, Transition.Updating);
            });

    /// <summary>Replaces a part of the definition that never shows as a change of the table.</summary>
    public Table Amend(string name, Func<TableDefinition, TableDefinition> change) => _database.Write(
        session =>
        {
            Describe(name);
            var before = Ready(name);
            var table = new Table(change(before.Definition));
            Store(session, table.Definition);
            Reindex(session, before, table);
            return table;
        },
        table => _tables[name] = table);

    public Table Delete(string name, Action<TableDefinition> check) => _database.Write(
        session =>
        {
            var table = Ready(name);
            check(table.Definition);
            table.Drop(session);
            session.Prepare("DELETE FROM tables WHERE id = ?1").Bind(1, table.Definition.Id).Run();
            var remains = table.Definition.WithoutStream(_clock.GetUtcNow());
            if (remains.FormerStreams.Count > 0)
                session.Prepare("INSERT INTO deleted_tables(id, definition) VALUES(?1, ?2)")
                    .Bind(1, remains.Id).Bind(2, Encode(remains)).Run();
            return (table, remains);
        },
        result =>
        {
            if (result.remains.FormerStreams.Count > 0)
                _deleted[result.remains.Id] = result.remains;
            _tables.TryRemove(result.table.Name, out _);
            Show(result.table.Definition, Transition.Deleting);
        }).table;

    /// <summary>Removes the deleted tables whose streams can no longer be read.</summary>
    public void ForgetDeleted(DateTimeOffset now)
    {
        foreach (var table in _deleted.Values.Where(table => !table.FormerStreams.Any(stream => stream.IsReadable(now))))
            _database.Write(
                session =>
                {
                    session.Prepare("DELETE FROM deleted_tables WHERE id = ?1").Bind(1, table.Id).Run();
                    return table.Id;
                },
                id => _deleted.TryRemove(id, out _));
    }

    private Table Ready(string name)
    {
        var change = Describe(name).Status switch
        {
            Transition.Creating => "created",
            Transition.Updating => "updated",
            Transition.Deleting => "deleted",
            _ => null,
        };
        return change is null
            ? _tables[name]
            : throw DynamoDBException.Domain(
                "ResourceInUseException",
                $"Attempt to change a resource which is still in use: Table is being {change}: {name}");
    }

    private Transition? Current(string name) =>
        _transitions.TryGetValue(name, out var transition) && transition.Until > _clock.GetUtcNow()
            ? transition
            : null;

    private void Show(TableDefinition definition, string status)
    {
        if (_transitionTime > TimeSpan.Zero)
            _transitions[definition.Name] = new(definition, status, Settled);
    }

    private static void Reindex(Session session, Table before, Table after)
    {
        foreach (var index in before.Indexes)
            if (after.Indexes.All(other => other.SqlName != index.SqlName))
                index.Drop(session);
        foreach (var index in after.Indexes)
            if (before.Indexes.All(other => other.SqlName != index.SqlName))
            {
                index.Create(session);
                after.Fill(session, index.Update);
            }

        if (before.Expiry is { } old && !old.Covers(after.Definition))
            old.Drop(session);
        if (after.Expiry is { } expiry && !expiry.Covers(before.Definition))
        {
            expiry.Create(session);
            after.Fill(session, expiry.Update);
        }
    }

    private static List<TableDefinition> ReadAll(Session session, string sqlName)
    {
        var definitions = new List<TableDefinition>();
        using var rows = session.Prepare($"SELECT definition FROM {sqlName}");
        while (rows.Step())
            definitions.Add(JsonSerializer.Deserialize(rows.Blob(0), TableJson.Default.TableDefinition)!);
        return definitions;
    }

    private static void Store(Session session, TableDefinition definition) =>
        session.Prepare("UPDATE tables SET definition = ?2 WHERE id = ?1")
            .Bind(1, definition.Id)
            .Bind(2, Encode(definition))
            .Run();

    private static byte[] Encode(TableDefinition definition) =>
        JsonSerializer.SerializeToUtf8Bytes(definition, TableJson.Default.TableDefinition);
}
