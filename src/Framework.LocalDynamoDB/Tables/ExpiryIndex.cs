using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>
/// When the items of a table with time to live expire, so that the sweep finds them without reading the table. An item
/// whose attribute is not a number, or more than five years past, never expires (developer guide, "Using time to live").
/// </summary>
internal sealed class ExpiryIndex(TableDefinition table)
{
    private static readonly TimeSpan TooLongAgo = TimeSpan.FromDays(5 * 365);

    private readonly string _attribute = table.TimeToLiveAttribute!;

    private string SqlName { get; } = $"expiry_{table.Id}";

    public bool Covers(TableDefinition other) => other.TimeToLiveAttribute == _attribute;

    public void Create(Session session) => session.Execute(
        $"""
        CREATE TABLE {SqlName}(
            expires INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL,
            PRIMARY KEY(expires, hash, range)) WITHOUT ROWID
        """);

    public void Drop(Session session)
    {
        session.Forget(SqlName);
        session.Execute($"DROP TABLE {SqlName}");
    }

    public void Update(Session session, ItemKey key, Item? before, Item? after)
    {
        var (from, to) = (ExpiryOf(before), ExpiryOf(after));
        if (from == to)
            return;
        if (from is { } old)
            Run(session, $"DELETE FROM {SqlName} WHERE expires = ?1 AND hash = ?2 AND range = ?3", old, key);
        if (to is { } current)
            Run(session, $"INSERT OR REPLACE INTO {SqlName}(expires, hash, range) VALUES(?1, ?2, ?3)", current, key);
    }

    /// <summary>Keys of expired items, in the order in which they expired.</summary>
    public List<ItemKey> FindExpired(Session session, DateTimeOffset now, int limit)
    {
        var keys = new List<ItemKey>();
        using var rows = session.Prepare(
            $"SELECT hash, range FROM {SqlName} WHERE expires BETWEEN ?1 AND ?2 ORDER BY expires LIMIT ?3")
            .Bind(1, (now - TooLongAgo).ToUnixTimeSeconds()).Bind(2, now.ToUnixTimeSeconds() - 1).Bind(3, limit);
        while (rows.Step())
            keys.Add(new(rows.Blob(0).ToArray(), rows.Blob(1).ToArray()));
        return keys;
    }

    /// <summary>Epoch seconds, or null where the item never expires.</summary>
    private long? ExpiryOf(Item? item) =>
        item?.GetValueOrDefault(_attribute) is NumberValue { Number: var number } && number.TryToInt64(out var seconds)
            ? seconds
            : null;

    private static void Run(Session session, string sql, long expires, ItemKey key) =>
        session.Prepare(sql).Bind(1, expires).Bind(2, key.Hash).Bind(3, key.Range).Run();
}
