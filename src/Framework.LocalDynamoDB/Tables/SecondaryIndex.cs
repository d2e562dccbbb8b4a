using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>The SQLite side of one secondary index: the keys of the items that have its key attributes, in its order.</summary>
internal sealed class SecondaryIndex
{
    private readonly string _insert;
    private readonly string _delete;
    private readonly HashSet<string>? _projected;

    public SecondaryIndex(TableDefinition table, IndexDefinition definition)
    {
        Definition = definition;
        SqlName = SqlNameOf(table, definition);
        _insert = $"INSERT OR REPLACE INTO {SqlName}(hash, range, item_hash, item_range, place) "
            + "VALUES(?1, ?2, ?3, ?4, ?5)";
        _delete = $"DELETE FROM {SqlName} WHERE hash = ?1 AND range = ?2 "
            + "AND place = ?5 AND item_hash = ?3 AND item_range = ?4";
        if (definition.ProjectionType != "ALL")
            _projected = [
                .. definition.Key.Attributes.Concat(table.Key.Attributes).Select(attribute => attribute.Name),
                .. definition.NonKeyAttributes];
    }

    public IndexDefinition Definition { get; }

    public string SqlName { get; }

    public bool ProjectsAll => _projected is null;

    public static string SqlNameOf(TableDefinition table, IndexDefinition index) => $"index_{table.Id}_{index.Number}";

    public void Create(Session session)
    {
        session.Execute(
            $"""
            CREATE TABLE {SqlName}(
                hash BLOB NOT NULL, range BLOB NOT NULL, place BLOB NOT NULL,
                item_hash BLOB NOT NULL, item_range BLOB NOT NULL,
                PRIMARY KEY(hash, range, place, item_hash, item_range)) WITHOUT ROWID
            """);
        Statistics.Begin(session, SqlName);
    }

    public void Drop(Session session)
    {
        session.Forget(SqlName);
        session.Execute($"DROP TABLE {SqlName}");
        Statistics.End(session, SqlName);
    }

    /// <summary>Where the item lies in the index, or null where a key attribute is missing or cannot be one.</summary>
    public ItemKey? Locate(Item item) =>
        KeyRules.Fits(Definition.Key, item) ? KeyCodec.Locate(Definition.Key, item) : null;

    public bool Projects(string attribute) => _projected is null || _projected.Contains(attribute);

    public Item Project(Item item) => _projected is null ? item : item.Only(_projected);

    /// <summary>Moves the entry from the place of the old item to that of the new one.</summary>
    public void Update(Session session, ItemKey key, Item? before, Item? after)
    {
        var from = before is null ? null : Locate(before);
        var to = after is null ? null : Locate(after);
        Statistics.Change(
            session, SqlName, from is null ? null : Project(before!).Size, to is null ? null : Project(after!).Size);
        if (from == to)
            return;
        if (from is { } old)
            Run(session, _delete, old, key);
        if (to is { } current)
            Run(session, _insert, current, key);
    }

    /// <summary>Items with the same index key come in the order of the hash over their whole table key.</summary>
    public static byte[] PlaceOf(ItemKey key) =>
        PartitionHash.Locate([.. key.Hash.AsSpan(PartitionHash.Length), .. key.Range])[..PartitionHash.Length];

    private static void Run(Session session, string sql, ItemKey entry, ItemKey key) => session.Prepare(sql)
        .Bind(1, entry.Hash).Bind(2, entry.Range).Bind(3, key.Hash).Bind(4, key.Range)
        .Bind(5, PlaceOf(key)).Run();
}
