using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Json;

/// <summary>Refuses an instant without an offset: .NET takes the machine's own, so that one text would mean one instant
/// on a developer's machine and another in Lambda, which runs in UTC.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private static readonly JsonConverter<DateTimeOffset> Instants = JsonMetadataServices.DateTimeOffsetConverter;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = Instants.Read(ref reader, typeToConvert, options);
        return HasOffset(reader.GetString()!) ? value : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        Instants.Write(writer, value, options);

    private static bool HasOffset(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        return time > 0 && text.AsSpan(time).ContainsAny('Z', '+', '-');
    }
}
