using System.Text.Json.Nodes;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>What both DynamoDBs must say of a table: no times, identifiers or ARNs, indexes and attributes by name.</summary>
internal static class TableComparison
{
    public static JsonObject Canonical(JsonObject table)
    {
        var keys = Keys(table).ToHashSet();
        return new()
        {
            ["TableStatus"] = table["TableStatus"]?.DeepClone(),
            // DynamoDB Local keeps definitions that no key uses after an update.
            ["AttributeDefinitions"] = Sorted(table["AttributeDefinitions"], "AttributeName", attribute =>
                keys.Contains((string)attribute["AttributeName"]!) ? attribute.DeepClone() : null),
            ["KeySchema"] = table["KeySchema"]?.DeepClone(),
            ["BillingMode"] = (string?)table["BillingModeSummary"]?["BillingMode"] ?? "PROVISIONED",
            ["ProvisionedThroughput"] = Units(table),
            ["StreamSpecification"] = table["StreamSpecification"]?.DeepClone(),
            ["LocalSecondaryIndexes"] = Sorted(table["LocalSecondaryIndexes"], "IndexName", Index),
            ["GlobalSecondaryIndexes"] = Sorted(table["GlobalSecondaryIndexes"], "IndexName", Index),
        };
    }

    private static JsonNode Index(JsonNode index) => new JsonObject
    {
        ["IndexName"] = index["IndexName"]!.DeepClone(),
        ["KeySchema"] = index["KeySchema"]!.DeepClone(),
        ["Projection"] = Projection(index["Projection"]!),
        ["IndexStatus"] = index["IndexStatus"]?.DeepClone(),
        ["ProvisionedThroughput"] = Units(index),
    };

    private static JsonObject Projection(JsonNode projection) => new()
    {
        ["ProjectionType"] = projection["ProjectionType"]?.DeepClone(),
        ["NonKeyAttributes"] = new JsonArray(
            [.. (projection["NonKeyAttributes"]?.AsArray() ?? []).Select(name => (string)name!).Order(StringComparer.Ordinal)
                .Select(name => JsonValue.Create(name))]),
    };

    private static string Units(JsonNode owner) => owner["ProvisionedThroughput"] is { } throughput
        ? $"{throughput["ReadCapacityUnits"]} {throughput["WriteCapacityUnits"]}"
        : "0 0";

    private static IEnumerable<string> Keys(JsonObject table) =>
        new[] { "LocalSecondaryIndexes", "GlobalSecondaryIndexes" }
            .SelectMany(name => table[name]?.AsArray() ?? [])
            .Append(table)
            .SelectMany(owner => owner!["KeySchema"]!.AsArray())
            .Select(key => (string)key!["AttributeName"]!);

    private static JsonArray Sorted(JsonNode? elements, string by, Func<JsonNode, JsonNode?> canonical) => new(
        [.. (elements?.AsArray() ?? []).OrderBy(element => (string)element![by]!, StringComparer.Ordinal)
            .Select(element => canonical(element!)).OfType<JsonNode>()]);
}
