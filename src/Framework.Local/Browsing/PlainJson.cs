using System.Text.Json;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>Writes values as JSON without their types: numbers with every digit, sets as arrays, binary in base64.
/// </summary>
internal static class PlainJson
{
    public static void WriteItem(Utf8JsonWriter json, Item item)
    {
        json.WriteStartObject();
        foreach (var (name, value) in item)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, AttributeValue value)
    {
        switch (value)
        {
            case StringValue text:
                json.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                json.WriteRawValue(number.Number.ToString());
                break;
            case BinaryValue binary:
                json.WriteBase64StringValue(binary.Bytes);
                break;
            case BooleanValue boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case SetValue set:
                WriteArray(json, set.Members);
                break;
            case ListValue list:
                WriteArray(json, list.Elements);
                break;
            case MapValue map:
                WriteItem(json, map.Members);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteArray(Utf8JsonWriter json, IReadOnlyList<AttributeValue> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            Write(json, value);
        json.WriteEndArray();
    }
}
