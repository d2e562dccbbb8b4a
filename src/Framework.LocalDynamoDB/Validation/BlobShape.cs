using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

internal sealed class BlobShape : Shape
{
    public override void CheckType(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.TryGetBytesFromBase64(out _):
                return;
            case JsonValueKind.String:
                var length = value.GetString()!.Length;
                throw DynamoDBException.Serialization(length % 4 == 0
                    ? "Invalid last non-pad Base64 character dectected"
                    : $"Base64 encoded length is expected a multiple of 4 bytes but found: {length}");
            case JsonValueKind.Array:
                throw DynamoDBException.Serialization("Unrecognized collection type class java.nio.ByteBuffer");
            case JsonValueKind.Object:
                throw DynamoDBException.Serialization("Start of structure or map found where not expected");
            default:
                throw DynamoDBException.Serialization("only base-64-encoded strings are convertible to bytes");
        }
    }
}
