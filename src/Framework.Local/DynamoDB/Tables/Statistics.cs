using Framework.Local.DynamoDB.Storage;

namespace Framework.Local.DynamoDB.Tables;

/// <summary>How many items and bytes a table holds, kept exact with every write.</summary>
internal readonly record struct Statistics(long Items, long Bytes)
{
    public static void Change(Session session, long tableId, int items, int bytes)
    {
        if (items != 0 || bytes != 0)
            session.Prepare("UPDATE statistics SET items = items + ?2, bytes = bytes + ?3 WHERE table_id = ?1")
                .Bind(1, tableId).Bind(2, items).Bind(3, bytes).Run();
    }

    public static Statistics Read(Session session, long tableId)
    {
        using var row = session.Prepare("SELECT items, bytes FROM statistics WHERE table_id = ?1").Bind(1, tableId);
        return row.Step() ? new(row.Int64(0), row.Int64(1)) : default;
    }
}
