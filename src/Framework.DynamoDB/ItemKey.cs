using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB;

/// <summary>The key of one item.</summary>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">The sort key's value, in a table that has one.</param>
public record ItemKey(KeyValue Partition, KeyValue? Sort)
{
    internal Dictionary<string, AttributeValue> ToAttributes(TableSchema schema)
    {
        var attributes = new Dictionary<string, AttributeValue>(2)
        {
            [schema.PartitionKey.Name] = Partition.ToAttributeValue(),
        };
        if (Sort is { } sort && schema.SortKey is { } sortKey)
            attributes[sortKey.Name] = sort.ToAttributeValue();
        return attributes;
    }
}
