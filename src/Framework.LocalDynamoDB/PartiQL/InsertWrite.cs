using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>An INSERT: there must be no item with the key.</summary>
internal sealed class InsertWrite(string tableName, StoredItem item) : ItemWrite(tableName, WriteCondition.None)
{
    public override int PayloadSize => item.Size;

    public override void CheckNotEmpty(Table table) => KeyRules.CheckNotEmpty(table, item.Item);

    public override void Check(Table table)
    {
        foreach (var attribute in table.Key.Attributes)
        {
            if (!item.Item.TryGetValue(attribute.Name, out var value))
                throw DynamoDBException.Validation($"Key attribute should be present in the item: Key {attribute.Name}");
            if (value.Type != attribute.Type)
                throw StatementFault.KeyType(attribute.Name);
        }
        KeyRules.CheckItem(table, item.Item);
    }

    public override ItemKey Locate(Table table) => table.Locate(item.Item);

    public override StoredItem? Next(Table table, StoredItem? before) => before is null ? item : throw StatementFault.Duplicate();
}
