using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Streaming;

/// <summary>Items as lines of JSON.</summary>
internal sealed class NdjsonBody<T>(
    IAsyncEnumerable<T> items, JsonTypeInfo<T> type, JsonWriterOptions options, CancellationToken cancellation)
    : ItemsBody<T>(items, cancellation)
{
    private Utf8JsonWriter? _json;

    public override void Write(IBufferWriter<byte> output)
    {
        JsonLine.Write(ref _json, output, Item, type, options);
        output.Write("\n"u8);
    }
}
