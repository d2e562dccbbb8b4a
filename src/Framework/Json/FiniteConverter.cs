using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Json;

/// <summary>Refuses a number that its type cannot hold: .NET reads 1e400 as infinity, which JSON cannot write.</summary>
internal static class FiniteConverter
{
    public static JsonConverter Double { get; } = new Of<double>(JsonMetadataServices.DoubleConverter);

    public static JsonConverter Single { get; } = new Of<float>(JsonMetadataServices.SingleConverter);

    /// <summary>Leaves the numbers of a <see cref="JsonNumberHandlingAttribute"/> to .NET, whose own
    /// converters are the only ones that use it.</summary>
    public static void LeaveNumberHandling(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if ((property.NumberHandling ?? type.NumberHandling) is not null && property.CustomConverter is null)
                property.CustomConverter = Own(property.PropertyType, type.Options);
        }
    }

    private static JsonConverter? Own(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(double))
            return JsonMetadataServices.DoubleConverter;
        if (type == typeof(float))
            return JsonMetadataServices.SingleConverter;
        if (type == typeof(double?))
            return Nullable(JsonMetadataServices.DoubleConverter, options);
        return type == typeof(float?) ? Nullable(JsonMetadataServices.SingleConverter, options) : null;
    }

    private static JsonConverter<T?> Nullable<T>(JsonConverter<T> converter, JsonSerializerOptions options) where T : struct =>
        JsonMetadataServices.GetNullableConverter(JsonMetadataServices.CreateValueInfo<T>(options, converter));

    private sealed class Of<T>(JsonConverter<T> own) : JsonConverter<T> where T : struct, IFloatingPointIeee754<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = own.Read(ref reader, typeToConvert, options);
            return T.IsFinite(value) || options.NumberHandling.HasFlag(JsonNumberHandling.AllowNamedFloatingPointLiterals)
                ? value
                : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            own.Write(writer, value, options);
    }
}
