using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Wire;

/// <summary>Reads attributes from DynamoDB's JSON. Each method begins at the first token of its value.</summary>
internal static class AttributeReader
{
    public static Dictionary<string, AttributeValue>? Attributes(ref Utf8JsonReader json) => json.Map(Value);

    public static List<Dictionary<string, AttributeValue>>? Items(ref Utf8JsonReader json) =>
        json.List(static (ref Utf8JsonReader item) => Attributes(ref item) ?? []);

    private static AttributeValue Value(ref Utf8JsonReader json)
    {
        var value = new AttributeValue();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("S"u8))
                value.S = Text(ref json);
            else if (json.ValueTextEquals("N"u8))
                value.N = Text(ref json);
            else if (json.ValueTextEquals("BOOL"u8))
                value.BOOL = Boolean(ref json);
            else if (json.ValueTextEquals("NULL"u8))
                value.NULL = Boolean(ref json);
            else if (json.ValueTextEquals("M"u8))
                value.M = Moved(ref json).Map(Value);
            else if (json.ValueTextEquals("L"u8))
                value.L = Moved(ref json).List(Value);
            else if (json.ValueTextEquals("SS"u8))
                value.SS = Moved(ref json).List(JsonMembers.Text);
            else if (json.ValueTextEquals("NS"u8))
                value.NS = Moved(ref json).List(JsonMembers.Text);
            else if (json.ValueTextEquals("B"u8))
                value.B = Bytes(ref Moved(ref json));
            else if (json.ValueTextEquals("BS"u8))
                value.BS = Moved(ref json).List(Bytes);
            else
                json.SkipMember();
        }
        return value;
    }

    private static string Text(ref Utf8JsonReader json) => JsonMembers.Text(ref Moved(ref json));

    private static bool Boolean(ref Utf8JsonReader json) => Moved(ref json).GetBoolean();

    // It can be read as often as someone likes, also by its buffer.
    private static MemoryStream Bytes(ref Utf8JsonReader json)
    {
        var bytes = json.GetBytesFromBase64();
        return new(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    private static ref Utf8JsonReader Moved(ref Utf8JsonReader json)
    {
        json.Read();
        return ref json;
    }
}
