using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Streaming;

/// <summary>Items as a JSON array.</summary>
internal sealed class JsonArrayBody<T>(
    IAsyncEnumerable<T> items, JsonTypeInfo<T> type, JsonWriterOptions options, CancellationToken cancellation)
    : ItemsBody<T>(items, cancellation)
{
    private Utf8JsonWriter? _json;

    public override void Write(IBufferWriter<byte> output)
    {
        var json = Begun(output);
        JsonSerializer.Serialize(json, Item, type);
        json.Flush();
    }

    public override void WriteEnd(IBufferWriter<byte> output)
    {
        var json = Begun(output);
        json.WriteEndArray();
        json.Flush();
    }

    private Utf8JsonWriter Begun(IBufferWriter<byte> output)
    {
        if (_json is not null)
            return _json;
        _json = new Utf8JsonWriter(output, options);
        _json.WriteStartArray();
        return _json;
    }
}
