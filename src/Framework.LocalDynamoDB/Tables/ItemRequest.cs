namespace Framework.LocalDynamoDB.Tables;

/// <summary>What one request, or one part of a batch or transaction, wants of one item.</summary>
internal abstract class ItemRequest(string tableName)
{
    public string TableName { get; } = tableName;

    /// <summary>Makes the checks that need the table's definition.</summary>
    public abstract void Check(Table table);

    /// <summary>Refuses an empty value of a key: in a transaction it fails the request, not the part.</summary>
    public abstract void CheckNotEmpty(Table table);

    public abstract ItemKey Locate(Table table);
}
