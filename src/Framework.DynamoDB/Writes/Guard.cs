using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Writes;

/// <summary>What was read of an item, and must not have changed when the item is written.</summary>
/// <param name="Read">The values by attribute; null for one that was absent.</param>
internal sealed record Guard(IReadOnlyDictionary<string, AttributeValue?> Read)
{
    public string Write(ExpressionWriter aliases) => string.Join(" AND ", Read.Select(entry => entry.Value is { } value
        ? $"{aliases.Name(entry.Key)} = {aliases.Value(value)}"
        : $"attribute_not_exists({aliases.Name(entry.Key)})"));

    public bool Holds(Dictionary<string, AttributeValue> stored) => Read.All(entry =>
        stored.TryGetValue(entry.Key, out var value)
            ? entry.Value is { } read && StoredEquality.AreEqual(value, read)
            : entry.Value is null);
}
