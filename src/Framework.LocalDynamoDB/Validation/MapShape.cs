using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

/// <param name="typeName">The service's name for the values' type.</param>
/// <param name="element">What each value looks like.</param>
internal sealed class MapShape(string typeName, Shape element) : Shape
{
    private readonly string _typeName =
        typeName.Contains('.', StringComparison.Ordinal) ? typeName : "com.amazonaws.dynamodb.v20120810." + typeName;

    public bool IsGeneric { get; init; }

    public override void CheckType(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            throw DynamoDBException.Serialization(
                $"Unrecognized collection type java.util.Map<java.lang.String, {_typeName}>");
        if (value.ValueKind != JsonValueKind.Object)
            throw DynamoDBException.Serialization(IsGeneric ? ListShape.GenericCast : "Unexpected field type");
        foreach (var member in value.EnumerateObject())
            if (member.Value.ValueKind != JsonValueKind.Null)
                element.CheckType(member.Value);
    }

    protected override void CheckMembers(JsonElement value, string path, Violations violations)
    {
        if (element is AttributeValueShape)
            return;
        foreach (var member in value.EnumerateObject())
            if (member.Value.ValueKind != JsonValueKind.Null)
                element.CheckConstraints(member.Value, $"{path}.{member.Name}.member", violations);
    }
}
