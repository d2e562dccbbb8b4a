using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Items;

/// <summary>Keeps items of other types in the same table out of a type's reads and writes.</summary>
internal static class ItemType
{
    public static string? Is(ExpressionWriter writer, TableSchema schema)
    {
        if (schema.Types.Count == 0)
            return null;
        var name = writer.Name(StoredAttributes.TypeName);
        var types = schema.Types.Select(type => writer.Value(TextValue.Of(type))).ToList();
        return types is [var only] ? $"{name} = {only}" : $"{name} IN ({string.Join(", ", types)})";
    }

    public static bool IsOther(Dictionary<string, AttributeValue> attributes, TableSchema schema) =>
        schema.Types.Count > 0 && !schema.Types.Contains(attributes.TypeOrNull() ?? "");
}
