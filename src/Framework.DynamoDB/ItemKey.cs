using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Items;

namespace Framework.DynamoDB;

/// <summary>The key of one item.</summary>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">The sort key's value, in a table that has one.</param>
public record ItemKey(KeyValue Partition, KeyValue? Sort)
{
    /// <summary>The same text for keys that DynamoDB treats as equal: a number may be written in several ways.</summary>
    internal ItemKey Canonical => new(Partition.Canonical, Sort?.Canonical);

    internal Dictionary<string, AttributeValue> ToAttributes(TableSchema schema)
    {
        Check(schema);
        var attributes = new Dictionary<string, AttributeValue>(2)
        {
            [schema.PartitionKey.Name] = Partition.ToAttributeValue(),
        };
        if (Sort is { } sort && schema.SortKey is { } sortKey)
            attributes[sortKey.Name] = sort.ToAttributeValue();
        return attributes;
    }

    /// <summary>No item may have the key of a unique value's guard.</summary>
    internal void Check(TableSchema schema)
    {
        if (schema.Unique.Count > 0)
            GuardKey.Refuse(schema.PartitionKey, Partition);
    }

    internal static ItemKey Of(Dictionary<string, AttributeValue> attributes, TableSchema schema) => new(
        KeyValue.Of(attributes[schema.PartitionKey.Name]),
        schema.SortKey is { } sortKey ? KeyValue.Of(attributes[sortKey.Name]) : null);
}
