using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;

namespace Framework.Local.DynamoDB.Validation;

internal sealed class StringShape : Shape
{
    public override void CheckType(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw ScalarMismatch.Of(value, "String");
        // A lone surrogate is valid JSON text but no string.
        try
        {
            value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw DynamoDBException.Serialization();
        }
    }
}
