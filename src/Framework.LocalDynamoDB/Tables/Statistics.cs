using Framework.LocalDynamoDB.Storage;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>How many items and bytes a table or an index holds, kept exact with every write.</summary>
internal readonly record struct Statistics(long Items, long Bytes)
{
    /// <param name="session">The writer's.</param>
    /// <param name="name">The SQLite table of the items or of the index.</param>
    public static void Begin(Session session, string name) =>
        session.Prepare("INSERT INTO statistics(name, items, bytes) VALUES(?1, 0, 0)").Bind(1, name).Run();

    public static void End(Session session, string name) =>
        session.Prepare("DELETE FROM statistics WHERE name = ?1").Bind(1, name).Run();

    /// <summary>Counts a write by the item's size before and after it; null where there is none.</summary>
    public static void Change(Session session, string name, int? before, int? after)
    {
        if (before != after)
            session.Prepare("UPDATE statistics SET items = items + ?2, bytes = bytes + ?3 WHERE name = ?1")
                .Bind(1, name)
                .Bind(2, (after is null ? 0 : 1) - (before is null ? 0 : 1))
                .Bind(3, (after ?? 0) - (before ?? 0))
                .Run();
    }

    public static Statistics Read(Session session, string name)
    {
        using var row = session.Prepare("SELECT items, bytes FROM statistics WHERE name = ?1").Bind(1, name);
        return row.Step() ? new(row.Int64(0), row.Int64(1)) : default;
    }
}
