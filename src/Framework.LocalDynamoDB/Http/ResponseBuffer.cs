using System.Buffers;
using System.Text.Json;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Http;

/// <summary>The body of one response, in a rented array, so that its length and checksum are known before it is sent.</summary>
internal sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(4096);
    private int _written;

    public ResponseBuffer() => Json = new Utf8JsonWriter(this, ItemCodec.WriterOptions);

    public Utf8JsonWriter Json { get; }

    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, _written);

    /// <summary>Removes the content, so that an error can be written instead.</summary>
    public void Clear()
    {
        _written = 0;
        Json.Reset();
    }

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _array.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _array.AsSpan(_written);
    }

    public void Dispose()
    {
        Json.Dispose();
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }

    private void Grow(int sizeHint)
    {
        var needed = _written + Math.Max(sizeHint, 256);
        if (needed <= _array.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _array.Length * 2));
        _array.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
