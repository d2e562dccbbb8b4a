using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

internal sealed class BooleanShape : Shape
{
    public override void CheckType(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return;
        if (value.ValueKind != JsonValueKind.String)
            throw ScalarMismatch.Of(value, "Boolean");
        if (value.AsFlag() is null)
            throw DynamoDBException.Serialization("Unexpected token received from parser");
    }
}
