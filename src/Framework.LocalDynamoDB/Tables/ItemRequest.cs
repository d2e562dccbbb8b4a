namespace Framework.LocalDynamoDB.Tables;

/// <summary>What one request, or one part of a batch or transaction, wants of one item.</summary>
internal abstract class ItemRequest(string tableName)
{
    public string TableName { get; } = tableName;

    /// <summary>Checks what only the table's definition can tell.</summary>
    public abstract void Check(Table table);

    public abstract ItemKey Locate(Table table);
}
