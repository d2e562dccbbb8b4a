using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>The service's words where a scalar has another JSON type.</summary>
internal static class ScalarMismatch
{
    public static DynamoDBException Of(JsonElement value, string typeName) => DynamoDBException.Serialization(
        value.ValueKind switch
        {
            JsonValueKind.Array => $"Unrecognized collection type class java.lang.{typeName}",
            JsonValueKind.Object => "Start of structure or map found where not expected",
            JsonValueKind.True => $"TRUE_VALUE cannot be converted to {typeName}",
            JsonValueKind.False => $"FALSE_VALUE cannot be converted to {typeName}",
            JsonValueKind.String => $"STRING_VALUE cannot be converted to {typeName}",
            _ => $"{(IsWhole(value) ? "NUMBER" : "DECIMAL")}_VALUE cannot be converted to {typeName}",
        });

    private static bool IsWhole(JsonElement number) => number.GetDouble() % 1 == 0;
}
