using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Framework.Generated;

/// <summary>Reads and writes an enum by the same names that queries and headers use. .NET's own converters write
/// numbers, or names in another spelling, and read numbers that are no member. Generated code makes one for each enum in a body
/// or a response.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="names">The names.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumConverter<T>(EnumNames<T> names) : JsonConverter<T> where T : struct, Enum
{
    /// <summary>Reads a name; without regard to case where the options of JSON say so.</summary>
    /// <exception cref="JsonException">The value is no name of a member.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!, options) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(NameOf(value));
    }

    /// <summary>Reads a dictionary's key.</summary>
    /// <exception cref="JsonException">The key is no name of a member.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()!, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(NameOf(value));
    }

    private T Parse(string text, JsonSerializerOptions options)
    {
        var comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return names.TryParse(text, comparison, out var value) ? value : throw new JsonException();
    }

    private string NameOf(T value) => names.TryName(value, out var name)
        ? name
        : throw new JsonException($"{typeof(T).Name} has no member with the value {value:D}, so JSON has no name for it.");
}
