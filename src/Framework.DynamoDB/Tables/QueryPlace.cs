using Amazon.DynamoDBv2.Model;
using Framework.Resources;

namespace Framework.DynamoDB.Tables;

/// <summary>How far a query has come in its partition: the sort key of the last item, and for an index also the keys that the
/// item has in the table.</summary>
internal sealed class QueryPlace
{
    private readonly TableKey _partitionKey;
    private readonly IReadOnlyList<TableKey> _keys;

    public QueryPlace(TableSchema schema, TableIndex? index)
    {
        _partitionKey = index?.PartitionKey ?? schema.PartitionKey;
        TableKey?[] keys = index is null ? [schema.SortKey] : [index.SortKey, schema.PartitionKey, schema.SortKey];
        _keys = [.. keys.OfType<TableKey>().Where(key => key != _partitionKey).Distinct()];
    }

    /// <summary>The attributes that an item must be read with.</summary>
    public IEnumerable<string> KeyNames => _keys.Select(key => key.Name);

    /// <summary>The place of an item.</summary>
    public IReadOnlyList<KeyValue> Of(Dictionary<string, AttributeValue> item) =>
        [.. _keys.Select(key => KeyValue.Of(item[key.Name]))];

    /// <summary>The key after which a query of the partition goes on.</summary>
    public Dictionary<string, AttributeValue> ToStartKey(KeyValue partition, IReadOnlyList<KeyValue> place)
    {
        var start = new Dictionary<string, AttributeValue> { [_partitionKey.Name] = partition.ToAttributeValue() };
        foreach (var (key, value) in _keys.Zip(place))
            start[key.Name] = value.ToAttributeValue();
        return start;
    }
}
