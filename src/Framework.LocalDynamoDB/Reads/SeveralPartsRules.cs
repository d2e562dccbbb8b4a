using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>
/// Which conditions a Query may put on a key of several attributes: equality on the whole partition key, and on the sort
/// key from the left, where only the last one may be another (developer guide, "Multi-attribute key schema").
/// </summary>
internal static class SeveralPartsRules
{
    public static void Check(KeySchema key, IReadOnlyDictionary<string, AttributeCondition> conditions)
    {
        if (WithoutEquality(key.Hashes) is { Length: > 0 } hashes)
            throw DynamoDBException.Validation(
                $"HASH key attributes {hashes} must have equality conditions specified in the query");
        if (conditions.Keys.Any(name => key.Attributes.All(attribute => attribute.Name != name)))
            throw DynamoDBException.Validation("Query key condition not supported");
        var last = key.Ranges.LastOrDefault(attribute => conditions.ContainsKey(attribute.Name));
        if (last is not null
            && WithoutEquality(key.Ranges.TakeWhile(attribute => attribute != last)) is { Length: > 0 } ranges)
            throw DynamoDBException.Validation(
                $"RANGE key attributes {ranges} must have equality conditions specified in the query "
                + $"because a condition is present on key attribute {last.Name}");

        string WithoutEquality(IEnumerable<KeyAttribute> attributes) => string.Join(", ", attributes
            .Select(attribute => attribute.Name)
            .Where(name => conditions.GetValueOrDefault(name)?.Operator != "EQ"));
    }
}
