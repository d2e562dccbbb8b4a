using System.Globalization;
using System.Text.Json;

namespace Framework.AmazonLambda;

/// <summary>Writes the properties of an event: what is null is left out, as in the events of AWS.</summary>
internal static class EventJson
{
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void Map(this Utf8JsonWriter json, string name, IDictionary<string, string>? map) =>
        json.Object(name, map, static (json, map) =>
        {
            foreach (var (key, value) in map)
                json.WriteString(key, value);
        });

    public static void Map(this Utf8JsonWriter json, string name, IDictionary<string, IList<string>>? map) =>
        json.Object(name, map, static (json, map) =>
        {
            foreach (var (key, values) in map)
                json.Texts(key, values);
        });

    /// <summary>Writes an authorizer's values, which have any type.</summary>
    public static void Map(this Utf8JsonWriter json, string name, IDictionary<string, object>? map) =>
        json.Object(name, map, static (json, map) => json.Values(map));

    public static void Values(this Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object>> values)
    {
        foreach (var (key, value) in values)
        {
            json.WritePropertyName(key);
            json.Value(value);
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string>? texts)
    {
        if (texts is null)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void Object<T>(this Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
            return;
        json.WriteStartObject(name);
        write(json, value);
        json.WriteEndObject();
    }

    // A serializer that is not System.Text.Json's has types of its own, whose text is their JSON.
    private static void Value(this Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long or short or byte or uint or ushort or sbyte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
