using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>A table: its definition and the SQLite tables of its items and indexes.</summary>
internal sealed class Table
{
    private readonly string _select;
    private readonly string _upsert;
    private readonly string _delete;

    public Table(TableDefinition definition)
    {
        Definition = definition;
        SqlName = SqlNameOf(definition);
        Indexes = [.. definition.Indexes.Select(index => new SecondaryIndex(definition, index))];
        Expiry = definition.TimeToLiveAttribute is null ? null : new(definition);
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

    /// <summary>Null where the table has no time to live.</summary>
    public ExpiryIndex? Expiry { get; }

    public static string SqlNameOf(TableDefinition table) => $"items_{table.Id}";

    public SecondaryIndex? FindIndex(string name) =>
        Indexes.FirstOrDefault(index => index.Definition.Name == name);

    public ItemKey Locate(Item item) => KeyCodec.Locate(Key, item);

    public void Create(Session session)
    {
        // Items are stored in the order of their keys, so that a Query reads neighbours.
        session.Execute(
            $"""
            CREATE TABLE {SqlName}(
                hash BLOB NOT NULL, range BLOB NOT NULL, size INTEGER NOT NULL, page_size INTEGER NOT NULL,
                item BLOB NOT NULL,
                PRIMARY KEY(hash, range)) WITHOUT ROWID
            """);
        Statistics.Begin(session, SqlName);
        foreach (var index in Indexes)
            index.Create(session);
    }

    public void Drop(Session session)
    {
        Expiry?.Drop(session);
        foreach (var index in Indexes)
            index.Drop(session);
        session.Forget(SqlName);
        session.Execute($"DROP TABLE {SqlName}");
        Statistics.End(session, SqlName);
    }

    public StoredItem? Get(Session session, ItemKey key)
    {
        using var row = session.Prepare(_select).Bind(1, key.Hash).Bind(2, key.Range);
        return row.Step() ? new StoredItem(row.Blob(1).ToArray(), (int)row.Int64(0)) : null;
    }

    /// <summary>Replaces <paramref name="before"/> with <paramref name="after"/>; null means no item.</summary>
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
        Expiry?.Update(session, key, before?.Item, after?.Item);
        Statistics.Change(session, SqlName, before?.Size, after?.Size);
    }

    /// <summary>Fills an index that was added to a table with items in it.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="update">Takes an item's key, null as its earlier state, and the item.</param>
    public void Fill(Session session, Action<Session, ItemKey, Item?, Item?> update)
    {
        using var rows = session.Prepare($"SELECT hash, range, item FROM {SqlName}");
        while (rows.Step())
            update(
                session, new(rows.Blob(0).ToArray(), rows.Blob(1).ToArray()), null, ItemCodec.Decode(rows.Blob(2)));
    }
}
