using System.Text.Json;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>Writes plain JSON as DynamoDB's typed JSON. Plain JSON has no sets and no binary, so a value gets the type of the value
/// that it replaces, where it fits.</summary>
internal static class TypedJson
{
    /// <param name="json">The writer.</param>
    /// <param name="item">The attributes; a JSON object.</param>
    /// <param name="before">The item before the change.</param>
    public static void WriteItem(Utf8JsonWriter json, JsonElement item, Item before)
    {
        json.WriteStartObject();
        foreach (var attribute in item.EnumerateObject())
        {
            json.WritePropertyName(attribute.Name);
            Write(json, attribute.Value, before.GetValueOrDefault(attribute.Name));
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, AttributeValue? before)
    {
        json.WriteStartObject();
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                json.WriteString(before is BinaryValue ? "B"u8 : "S"u8, value.GetString());
                break;
            case JsonValueKind.Number:
                json.WriteString("N"u8, value.GetRawText());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                json.WriteBoolean("BOOL"u8, value.GetBoolean());
                break;
            case JsonValueKind.Array when before is SetValue set && Fits(value, set.MemberType):
                WriteSet(json, value, set.Type);
                break;
            case JsonValueKind.Array:
                WriteList(json, value, before as ListValue);
                break;
            case JsonValueKind.Object:
                json.WritePropertyName("M"u8);
                WriteItem(json, value, (before as MapValue)?.Members ?? []);
                break;
            default:
                json.WriteBoolean("NULL"u8, true);
                break;
        }
        json.WriteEndObject();
    }

    private static bool Fits(JsonElement array, AttributeType member) => array.EnumerateArray().All(element =>
        element.ValueKind == (member is AttributeType.N ? JsonValueKind.Number : JsonValueKind.String));

    private static void WriteSet(Utf8JsonWriter json, JsonElement array, AttributeType type)
    {
        json.WriteStartArray($"{type}");
        foreach (var element in array.EnumerateArray())
            json.WriteStringValue(type is AttributeType.NS ? element.GetRawText() : element.GetString());
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, JsonElement array, ListValue? before)
    {
        json.WriteStartArray("L"u8);
        foreach (var (index, element) in array.EnumerateArray().Index())
            Write(json, element, before?.Elements.ElementAtOrDefault(index));
        json.WriteEndArray();
    }
}
