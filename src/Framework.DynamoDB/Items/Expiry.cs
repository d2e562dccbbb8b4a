using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;

namespace Framework.DynamoDB.Items;

/// <summary>Treats an item as deleted from the second in which it expires, although DynamoDB deletes it days later.</summary>
internal static class Expiry
{
    public static string IsLive(ExpressionWriter writer, string expiresAt, TimeProvider clock)
    {
        var name = writer.Name(expiresAt);
        var now = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"(attribute_not_exists({name}) OR {name} > {writer.Value(new() { N = now })})";
    }

    public static bool HasPassed(Dictionary<string, AttributeValue> attributes, string? expiresAt, TimeProvider clock) =>
        expiresAt is not null
        && attributes.TryGetValue(expiresAt, out var stored)
        && long.TryParse(stored.N, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= clock.GetUtcNow().ToUnixTimeSeconds();
}
