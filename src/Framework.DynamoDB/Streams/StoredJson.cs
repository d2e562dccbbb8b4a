using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Streams;

/// <summary>Reads values in DynamoDB's own JSON, <c>{"S":"text"}</c>.</summary>
internal static class StoredJson
{
    public static Dictionary<string, AttributeValue> Attributes(JsonElement json) =>
        json.EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => Value(attribute.Value));

    private static AttributeValue Value(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() != 1)
            throw Malformed(json);
        var typed = json.EnumerateObject().First();
        var value = typed.Value;
        return (typed.Name, value.ValueKind) switch
        {
            ("S", JsonValueKind.String) => new() { S = value.GetString() },
            ("N", JsonValueKind.String) => new() { N = value.GetString() },
            ("B", JsonValueKind.String) => new() { B = Binary(value) },
            ("BOOL", JsonValueKind.True or JsonValueKind.False) => new() { BOOL = value.GetBoolean() },
            ("NULL", _) => new() { NULL = true },
            ("M", JsonValueKind.Object) => new() { M = Attributes(value) },
            ("L", JsonValueKind.Array) => new() { L = [.. value.EnumerateArray().Select(Value)] },
            ("SS", JsonValueKind.Array) => new() { SS = Texts(value) },
            ("NS", JsonValueKind.Array) => new() { NS = Texts(value) },
            ("BS", JsonValueKind.Array) => new() { BS = [.. value.EnumerateArray().Select(Binary)] },
            _ => throw Malformed(json),
        };
    }

    private static List<string> Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(element => element.GetString() ?? throw Malformed(array))];

    private static MemoryStream Binary(JsonElement text) => new(text.GetBytesFromBase64(), writable: false);

    private static InvalidDataException Malformed(JsonElement json) =>
        new($"A value is an object with one type, such as {{\"S\":\"text\"}}, not {json.ValueKind}.");
}
