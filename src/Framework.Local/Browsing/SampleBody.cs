using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>A body that a person can begin with: the properties of a type, without values.</summary>
internal static class SampleBody
{
    /// <summary>The JSON of a type.</summary>
    public static string Of(Type type, JsonSerializerOptions options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ItemCodec.WriterOptions with { Indented = true }))
            Write(json, type, options);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Type type, JsonSerializerOptions options)
    {
        if (!options.TryGetTypeInfo(type, out var info) || info.Kind is JsonTypeInfoKind.None)
        {
            WriteScalar(json, type);
            return;
        }
        if (info.Kind is JsonTypeInfoKind.Enumerable)
        {
            json.WriteStartArray();
            json.WriteEndArray();
            return;
        }
        json.WriteStartObject();
        // Only one level is written, because a type may hold itself.
        foreach (var property in info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null))
        {
            json.WritePropertyName(property.Name);
            WriteScalar(json, property.PropertyType);
        }
        json.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter json, Type type)
    {
        if (type == typeof(string))
            json.WriteStringValue("");
        else if (type == typeof(bool))
            json.WriteBooleanValue(false);
        else if (type.IsPrimitive || type == typeof(decimal))
            json.WriteNumberValue(0);
        else
            json.WriteNullValue();
    }
}
