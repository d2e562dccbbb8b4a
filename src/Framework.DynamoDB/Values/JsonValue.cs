using System.ComponentModel;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>JSON that is stored as a document: objects as maps, arrays as lists, numbers digit by digit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonValue
{
    /// <summary>Stores JSON; null for an element that was never set.</summary>
    public static AttributeValue? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.Object => new() { M = Map(value) },
        JsonValueKind.Array => new() { L = [.. value.EnumerateArray().Select(element => Of(element)!)] },
        JsonValueKind.String => new() { S = value.GetString() },
        JsonValueKind.Number => new() { N = value.GetRawText() },
        JsonValueKind.Null => new() { NULL = true },
        _ => new() { BOOL = value.GetBoolean() },
    };

    // Of a name that comes twice the last counts, as in System.Text.Json.
    private static Dictionary<string, AttributeValue> Map(JsonElement value)
    {
        var map = new Dictionary<string, AttributeValue>(value.GetPropertyCount());
        foreach (var entry in value.EnumerateObject())
            map[entry.Name] = Of(entry.Value)!;
        return map;
    }

    /// <summary>Reads JSON. Sets become arrays, and binary base64.</summary>
    public static JsonElement ToElement(StoredValue stored)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer, stored.Value);
        return JsonElement.Parse(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                writer.WriteStringValue(text);
                break;
            case { N: { } number }:
                writer.WriteRawValue(number);
                break;
            case { BOOL: { } boolean }:
                writer.WriteBooleanValue(boolean);
                break;
            case { IsMSet: true, M: var map }:
                WriteObject(writer, map);
                break;
            case { IsLSet: true, L: var list }:
                WriteArray(writer, list, Write);
                break;
            case { SS: { Count: > 0 } texts }:
                WriteArray(writer, texts, static (writer, text) => writer.WriteStringValue(text));
                break;
            case { NS: { Count: > 0 } numbers }:
                WriteArray(writer, numbers, static (writer, number) => writer.WriteRawValue(number));
                break;
            case { B: { } binary }:
                writer.WriteBase64StringValue(binary.ToArray());
                break;
            case { BS: { Count: > 0 } binaries }:
                WriteArray(writer, binaries, static (writer, binary) => writer.WriteBase64StringValue(binary.ToArray()));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteArray<TElement>(
        Utf8JsonWriter writer, List<TElement> elements, Action<Utf8JsonWriter, TElement> write)
    {
        writer.WriteStartArray();
        foreach (var element in elements)
            write(writer, element);
        writer.WriteEndArray();
    }
}
