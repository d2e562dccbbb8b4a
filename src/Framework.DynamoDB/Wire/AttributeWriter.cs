using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Wire;

/// <summary>Writes attributes in
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">DynamoDB's JSON</see>.</summary>
internal static class AttributeWriter
{
    /// <summary>Writes a member that holds attributes; nothing where there are none to send.</summary>
    public static void WriteAttributes(this Utf8JsonWriter json, string name, Dictionary<string, AttributeValue>? attributes)
    {
        if (attributes is null)
            return;
        json.WritePropertyName(name);
        WriteAttributes(json, attributes);
    }

    public static void WriteAttributes(this Utf8JsonWriter json, Dictionary<string, AttributeValue> attributes)
    {
        json.WriteStartObject();
        foreach (var (name, value) in attributes)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case { S: { } text }:
                json.WriteString("S", text);
                break;
            case { N: { } number }:
                json.WriteString("N", number);
                break;
            case { BOOL: { } boolean }:
                json.WriteBoolean("BOOL", boolean);
                break;
            case { NULL: { } isNull }:
                json.WriteBoolean("NULL", isNull);
                break;
            case { M: { } map }:
                json.WriteAttributes("M", map);
                break;
            case { L: { } list }:
                WriteList(json, list);
                break;
            case { SS: { } texts }:
                WriteSet(json, "SS", texts);
                break;
            case { NS: { } numbers }:
                WriteSet(json, "NS", numbers);
                break;
            case { B: { } bytes }:
                json.WriteBase64String("B", Bytes(bytes));
                break;
            case { BS: { } binaries }:
                json.WriteStartArray("BS");
                foreach (var binary in binaries)
                    json.WriteBase64StringValue(Bytes(binary));
                json.WriteEndArray();
                break;
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, List<AttributeValue> list)
    {
        json.WriteStartArray("L");
        foreach (var value in list)
            Write(json, value);
        json.WriteEndArray();
    }

    private static void WriteSet(Utf8JsonWriter json, string name, List<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static ReadOnlySpan<byte> Bytes(MemoryStream bytes) =>
        bytes.TryGetBuffer(out var buffer) ? buffer : bytes.ToArray();
}
