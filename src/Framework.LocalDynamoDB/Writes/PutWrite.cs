using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Writes;

internal sealed class PutWrite(string tableName, StoredItem item, WriteCondition condition)
    : ItemWrite(tableName, condition)
{
    public override int PayloadSize => item.Size;

    public override void Check(Table table)
    {
        KeyRules.CheckItem(table, item.Item);
        base.Check(table);
    }

    public override void CheckNotEmpty(Table table) => KeyRules.CheckNotEmpty(table, item.Item);

    public override ItemKey Locate(Table table) => table.Locate(item.Item);

    public override StoredItem? Next(Table table, StoredItem? before) => item;
}
