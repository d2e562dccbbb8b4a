using System.Collections.Concurrent;
using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Storage;

namespace Framework.Local.DynamoDB.Tables;

/// <summary>The tables there are, in memory and in the store.</summary>
internal sealed class Catalog
{
    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly Database _database;

    public Catalog(Database database)
    {
        _database = database;
        foreach (var table in database.Read(ReadAll))
            _tables[table.Name] = table;
    }

    /// <summary>Names in the order of ListTables.</summary>
    public IEnumerable<string> Names => _tables.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<Table> Tables => _tables.Values;

    public Table? Find(string name) => _tables.GetValueOrDefault(name);

    /// <summary>The table of an item operation.</summary>
    public Table Get(string name) => Find(name) ?? throw DynamoDBException.ResourceNotFound();

    /// <summary>The table of a table operation, whose error names it.</summary>
    public Table GetNamed(string name) => Find(name)
        ?? throw DynamoDBException.ResourceNotFound($"Requested resource not found: Table: {name} not found");

    public Task<Table> CreateAsync(TableDefinition definition) => _database.WriteAsync(
        session =>
        {
            if (Find(definition.Name) is not null)
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
        table => _tables[table.Name] = table);

    /// <summary>Replaces a definition; <paramref name="change"/> runs on the writer and may refuse.</summary>
    public Task<Table> UpdateAsync(string name, Func<Session, Table, TableDefinition> change) => _database.WriteAsync(
        session =>
        {
            var table = new Table(change(session, GetNamed(name)));
            Store(session, table.Definition);
            return table;
        },
        table => _tables[name] = table);

    public Task<Table> DeleteAsync(string name, Action<Table> check) => _database.WriteAsync(
        session =>
        {
            var table = GetNamed(name);
            check(table);
            table.Drop(session);
            session.Prepare("DELETE FROM tables WHERE id = ?1").Bind(1, table.Definition.Id).Run();
            return table;
        },
        table => _tables.TryRemove(table.Name, out _));

    private static List<Table> ReadAll(Session session)
    {
        var tables = new List<Table>();
        using var rows = session.Prepare("SELECT definition FROM tables ORDER BY name");
        while (rows.Step())
            tables.Add(new(JsonSerializer.Deserialize(rows.Blob(0), TableJson.Default.TableDefinition)!));
        return tables;
    }

    private static void Store(Session session, TableDefinition definition) =>
        session.Prepare("UPDATE tables SET definition = ?2 WHERE id = ?1")
            .Bind(1, definition.Id)
            .Bind(2, JsonSerializer.SerializeToUtf8Bytes(definition, TableJson.Default.TableDefinition))
            .Run();
}
