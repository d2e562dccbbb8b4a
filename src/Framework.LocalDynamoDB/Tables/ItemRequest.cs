namespace Framework.LocalDynamoDB.Tables;

/// <summary>The part of a request, batch or transaction that is about one item.</summary>
internal abstract class ItemRequest(string tableName)
{
    public string TableName { get; } = tableName;

    /// <summary>Makes the checks that need the table's definition.</summary>
    public abstract void Check(Table table);

    /// <summary>Refuses an empty value of a key: in a transaction it fails the request, not the part.</summary>
    public abstract void CheckNotEmpty(Table table);

    public abstract ItemKey Locate(Table table);
}
