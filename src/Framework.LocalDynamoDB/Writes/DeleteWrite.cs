using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Writes;

internal sealed class DeleteWrite(string tableName, Item key, WriteCondition condition) : KeyWrite(tableName, key, condition)
{
    public override StoredItem? Next(Table table, StoredItem? before) => null;
}
