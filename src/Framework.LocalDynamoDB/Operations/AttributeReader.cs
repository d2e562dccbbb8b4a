using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads AttributeDefinitions.</summary>
internal static class AttributeReader
{
    public static IReadOnlyList<KeyAttribute> Read(JsonElement request)
    {
        KeyAttribute[] attributes =
        [
            .. request.Elements("AttributeDefinitions").Select(definition => new KeyAttribute(
                definition.Text("AttributeName")!, Enum.Parse<AttributeType>(definition.Text("AttributeType")!))),
        ];
        var repeated = attributes.GroupBy(attribute => attribute.Name).FirstOrDefault(group => group.Count() > 1);
        return repeated is null ? attributes : throw DynamoDBException.Validation(
            $"One or more parameter values were invalid: Duplicate AttributeName in AttributeDefinitions: {repeated.Key}");
    }

    /// <summary>Only attributes of keys are defined.</summary>
    public static void CheckUsed(
        IReadOnlyList<KeyAttribute> attributes, KeySchema key, IEnumerable<IndexDefinition> indexes)
    {
        string[] used =
            [.. key.Attributes.Concat(indexes.SelectMany(index => index.Key.Attributes)).Select(attribute => attribute.Name).Distinct()];
        if (used.Length < attributes.Count)
            throw DynamoDBException.Validation(
                "One or more parameter values were invalid: Some AttributeDefinitions are not used. "
                + $"AttributeDefinitions: [{string.Join(", ", attributes.Select(attribute => attribute.Name))}], "
                + $"keys used: [{string.Join(", ", used)}]");
    }
}
