using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Binding;

/// <summary>What the contract of a JSON type accepts.</summary>
internal static class JsonContract
{
    /// <summary>Whether a property is read from JSON, and not only written.</summary>
    public static bool IsRead(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;

    /// <summary>Whether a property's own attributes give it a form, which its type does not show.</summary>
    public static bool HasOwnForm(JsonPropertyInfo property, JsonTypeInfo type) =>
        property.CustomConverter is not null || (property.NumberHandling ?? type.NumberHandling) is not null;

    /// <summary>Whether a property may be null.</summary>
    public static bool TakesNull(JsonPropertyInfo property, JsonSerializerOptions options) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : !options.RespectNullableAnnotations || property.IsSetNullable;

    /// <summary>Whether a value of a type may be null.</summary>
    public static bool TakesNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null || IsAnyJson(type);

    /// <summary>Whether a type holds any JSON.</summary>
    public static bool IsAnyJson(Type type) =>
        type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type);
}
