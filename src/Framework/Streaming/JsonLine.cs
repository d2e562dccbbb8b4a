using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Streaming;

/// <summary>Writes values as JSON without a line break, also where the service's options ask for indentation.</summary>
internal static class JsonLine
{
    public static void Write<T>(
        ref Utf8JsonWriter? json, IBufferWriter<byte> output, T value, JsonTypeInfo<T> type, JsonWriterOptions options)
    {
        if (json is null)
            json = new Utf8JsonWriter(output, options with { Indented = false });
        else
            json.Reset(output);
        JsonSerializer.Serialize(json, value, type);
        json.Flush();
    }
}
