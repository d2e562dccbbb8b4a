using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;

namespace Framework.Local.DynamoDB.Validation;

internal sealed class BooleanShape : Shape
{
    public override void CheckType(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return;
        if (value.ValueKind != JsonValueKind.String)
            throw ScalarMismatch.Of(value, "Boolean");
        if (Parse(value) is null)
            throw DynamoDBException.Serialization("Unexpected token received from parser");
    }

    /// <summary>The service takes some words for booleans too.</summary>
    public static bool? Parse(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        },
        _ => null,
    };
}
