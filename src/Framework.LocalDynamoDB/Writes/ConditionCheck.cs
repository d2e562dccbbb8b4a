using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>The part of a transaction that only checks an item.</summary>
internal sealed class ConditionCheck(string tableName, Item key, WriteCondition condition) : KeyWrite(tableName, key, condition)
{
    public override StoredItem? Next(Table table, StoredItem? before) => before;
}
