using System.Text.Json;

namespace Framework.LocalDynamoDB.Validation;

/// <param name="typeName">Integer or Long.</param>
internal sealed class NumberShape(string typeName) : Shape
{
    public override void CheckType(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw ScalarMismatch.Of(value, typeName);
    }
}
