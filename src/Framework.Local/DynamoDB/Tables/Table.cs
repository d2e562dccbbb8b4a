using Framework.Local.DynamoDB.Storage;
using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Tables;

/// <summary>A table: its definition and the SQLite tables of its items and indexes.</summary>
internal sealed class Table
{
    private readonly string _select;
    private readonly string _upsert;
    private readonly string _delete;

    public Table(TableDefinition definition)
    {
        Definition = definition;
        SqlName = $"items_{definition.Id}";
        Indexes = [.. definition.Indexes.Select(index => new SecondaryIndex(definition, index))];
        _select = $"SELECT size, item FROM {SqlName} WHERE hash = ?1 AND range = ?2";
        _upsert = $"INSERT OR REPLACE INTO {SqlName}(hash, range, size, page_size, item) "
            + "VALUES(?1, ?2, ?3, ?4, ?5)";
        _delete = $"DELETE FROM {SqlName} WHERE hash = ?1 AND range = ?2";
    }

    public TableDefinition Definition { get; }

    public string Name => Definition.Name;

    public KeySchema Key => Definition.Key;

    public string SqlName { get; }

    public IReadOnlyList<SecondaryIndex> Indexes { get; }

    public SecondaryIndex? FindIndex(string name) =>
        Indexes.FirstOrDefault(index => index.Definition.Name == name);

    public ItemKey Locate(Item item) => KeyCodec.Locate(Key, item);

    public void Create(Session session)
    {
        // Items lie in key order with the key, so that a Query reads neighbours.
        session.Execute(
            $"""
            CREATE TABLE {SqlName}(
                hash BLOB NOT NULL, range BLOB NOT NULL, size INTEGER NOT NULL, page_size INTEGER NOT NULL,
                item BLOB NOT NULL,
                PRIMARY KEY(hash, range)) WITHOUT ROWID;
            INSERT INTO statistics(table_id, items, bytes) VALUES({Definition.Id}, 0, 0);
            """);
        foreach (var index in Indexes)
            index.Create(session);
    }

    public void Drop(Session session)
    {
        foreach (var index in Indexes)
            index.Drop(session);
        session.Forget(SqlName);
        session.Execute($"DROP TABLE {SqlName}; DELETE FROM statistics WHERE table_id = {Definition.Id};");
    }

    public StoredItem? Get(Session session, ItemKey key)
    {
        using var row = session.Prepare(_select).Bind(1, key.Hash).Bind(2, key.Range);
        return row.Step() ? new StoredItem(row.Blob(1).ToArray(), (int)row.Int64(0)) : null;
    }

    /// <summary>Puts <paramref name="after"/> in the place of <paramref name="before"/>; null means none.</summary>
    public void Replace(Session session, ItemKey key, StoredItem? before, StoredItem? after)
    {
        if (after is not null)
            session.Prepare(_upsert)
                .Bind(1, key.Hash).Bind(2, key.Range).Bind(3, after.Size)
                .Bind(4, PageSize.Of(after.Item, Key.Range?.Name)).Bind(5, after.Encoded).Run();
        else if (before is not null)
            session.Prepare(_delete).Bind(1, key.Hash).Bind(2, key.Range).Run();

        foreach (var index in Indexes)
            index.Update(session, key, before?.Item, after?.Item);
        Statistics.Change(
            session, Definition.Id, (after is null ? 0 : 1) - (before is null ? 0 : 1),
            (after?.Size ?? 0) - (before?.Size ?? 0));
    }

    /// <summary>Fills an index that was added to a table with items in it.</summary>
    public void Fill(Session session, SecondaryIndex index)
    {
        using var rows = session.Prepare($"SELECT hash, range, item FROM {SqlName}");
        while (rows.Step())
            index.Update(
                session, new(rows.Blob(0).ToArray(), rows.Blob(1).ToArray()), null, ItemCodec.Decode(rows.Blob(2)));
    }
}
