using System.Text.Json;
using System.Text.Json.Serialization;

namespace Framework.Tests.Service;

/// <summary>A boolean in words, as an author's own converter may write it.</summary>
internal sealed class YesOrNoConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? reader.GetString() : null) switch
        {
            "yes" => true,
            "no" => false,
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value is true ? "yes" : "no");
}
