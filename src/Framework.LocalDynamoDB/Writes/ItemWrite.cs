using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>
/// A write of one item. It is checked against the table before it is queued, and computed from the stored item when its
/// turn comes.
/// </summary>
internal abstract class ItemWrite(string tableName, WriteCondition condition) : ItemRequest(tableName)
{
    public WriteCondition Condition { get; } = condition;

    /// <summary>Bytes that the write brings along.</summary>
    public abstract int PayloadSize { get; }

    public override void Check(Table table) => Condition.CheckPaths(table);

    /// <summary>The item after the write, or null where there is none.</summary>
    public abstract StoredItem? Next(Table table, StoredItem? before);
}
