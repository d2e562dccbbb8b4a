using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Operations;

/// <summary>Reads AttributeDefinitions.</summary>
internal static class AttributeReader
{
    public static IReadOnlyList<KeyAttribute> Read(JsonElement request) =>
    [
        .. request.Elements("AttributeDefinitions").Select(definition => new KeyAttribute(
            definition.Text("AttributeName")!, Enum.Parse<AttributeType>(definition.Text("AttributeType")!))),
    ];
}
