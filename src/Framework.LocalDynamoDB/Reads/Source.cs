using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>What a Query or Scan reads: a table, or one of its indexes.</summary>
internal sealed class Source
{
    private Source(Table table, SecondaryIndex? index)
    {
        Table = table;
        Index = index;
        Key = index?.Definition.Key ?? table.Key;
        PositionNames = [.. table.Key.Attributes.Concat(Key.Attributes).Select(attribute => attribute.Name).Distinct()];
    }

    public Table Table { get; }

    public SecondaryIndex? Index { get; }

    /// <summary>The key that orders the source.</summary>
    public KeySchema Key { get; }

    /// <summary>The attributes of LastEvaluatedKey: the table's key and the index's.</summary>
    public IReadOnlyList<string> PositionNames { get; }

    public bool IsGlobalIndex => Index is { Definition.IsGlobal: true };

    public static Source Find(Table table, string? indexName, bool isConsistent)
    {
        if (indexName is null)
            return new(table, null);
        var index = table.FindIndex(indexName) ?? throw DynamoDBException.Validation(
            $"The table does not have the specified index: {indexName}");
        if (index.Definition.IsGlobal && isConsistent)
            throw DynamoDBException.Validation("Consistent reads are not supported on global secondary indexes");
        return new(table, index);
    }

    /// <summary>The place of an ExclusiveStartKey in the source's order.</summary>
    public byte[][] Locate(Item position)
    {
        var item = Table.Locate(position);
        if (Index is null)
            return [item.Hash, item.Range];
        var entry = KeyCodec.Locate(Key, position);
        return [entry.Hash, entry.Range, SecondaryIndex.PlaceOf(item), item.Hash, item.Range];
    }
}
