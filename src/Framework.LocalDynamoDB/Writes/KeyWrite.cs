using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>The part of a request that names an item by its key and brings nothing else.</summary>
internal abstract class KeyWrite(string tableName, Item key, WriteCondition condition) : ItemWrite(tableName, condition)
{
    public override int PayloadSize => key.Size;

    public override void Check(Table table)
    {
        KeyRules.CheckKey(table.Key, key);
        base.Check(table);
    }

    public override void CheckNotEmpty(Table table) => KeyRules.CheckNotEmpty(table.Key, key);

    public override ItemKey Locate(Table table) => table.Locate(key);
}
