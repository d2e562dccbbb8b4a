using System.Text.Json;

namespace Framework.LocalDynamoDB.Values;

/// <summary>Writes values as DynamoDB JSON, the form of the wire and of the store.</summary>
internal static class AttributeValueWriter
{
    private static readonly JsonEncodedText[] Names =
        [.. Enum.GetNames<AttributeType>().Select(name => JsonEncodedText.Encode(name))];

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
        json.WriteStartObject();
        json.WritePropertyName(Names[(int)value.Type]);
        switch (value)
        {
            case BooleanValue boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case NullValue:
                json.WriteBooleanValue(true);
                break;
            case SetValue set:
                json.WriteStartArray();
                for (var i = 0; i < set.Members.Count; i++)
                    WriteScalar(json, set.Members[i]);
                json.WriteEndArray();
                break;
            case ListValue list:
                json.WriteStartArray();
                foreach (var element in list.Elements)
                    Write(json, element);
                json.WriteEndArray();
                break;
            case MapValue map:
                WriteItem(json, map.Members);
                break;
            default:
                WriteScalar(json, value);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter json, AttributeValue value)
    {
        switch (value)
        {
            case StringValue text:
                json.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                json.WriteStringValue(number.Number.ToString());
                break;
            case BinaryValue binary:
                json.WriteBase64StringValue(binary.Bytes);
                break;
        }
    }
}
