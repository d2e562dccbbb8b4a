using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>The capacity units of writes.</summary>
internal static class WriteCapacity
{
    /// <summary>What a write cost in the table and in each index that had to change.</summary>
    public static ConsumedCapacity Of(WriteResult write)
    {
        var capacity = new ConsumedCapacity(write.TableName)
        {
            Table = ConsumedCapacity.Write(Math.Max(write.Before?.Size ?? 0, write.After?.Size ?? 0)),
        };
        foreach (var index in write.Table.Indexes)
            if (IndexUnits(index, write) is var units and > 0)
                capacity.Add(index.Definition, units);
        return capacity;
    }

    /// <summary>What several writes cost, table by table.</summary>
    public static IEnumerable<ConsumedCapacity> Of(IEnumerable<WriteResult> writes, double factor = 1) =>
        writes.GroupBy(write => write.TableName).Select(group =>
        {
            var total = new ConsumedCapacity(group.Key);
            foreach (var write in group)
                total.Add(Of(write), factor);
            return total;
        });

    private static double IndexUnits(SecondaryIndex index, WriteResult write)
    {
        var before = write.Before is { } old && index.Locate(old.Item) is not null ? index.Project(old.Item) : null;
        var after = write.After is { } current && index.Locate(current.Item) is not null
            ? index.Project(current.Item)
            : null;
        if (before is null || after is null)
            return before is null && after is null ? 0 : ConsumedCapacity.Write((before ?? after)!.Size);
        if (before.HasSameAs(after))
            return 0;
        // A changed key is a deletion and an insertion.
        return index.Locate(before) == index.Locate(after)
            ? ConsumedCapacity.Write(Math.Max(before.Size, after.Size))
            : ConsumedCapacity.Write(before.Size) + ConsumedCapacity.Write(after.Size);
    }
}
