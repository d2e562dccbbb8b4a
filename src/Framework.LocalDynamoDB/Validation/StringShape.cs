using System.Text.Json;

namespace Framework.LocalDynamoDB.Validation;

internal sealed class StringShape : Shape
{
    public override void CheckType(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw ScalarMismatch.Of(value, "String");
    }
}
