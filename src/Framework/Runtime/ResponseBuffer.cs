using System.Buffers;

namespace Framework.Runtime;

/// <summary>A growing buffer for the response to an invocation, used again for the next one. It keeps room in front for the
/// HTTP head, so that head and body leave in one send.</summary>
public sealed class ResponseBuffer : IBufferWriter<byte>
{
    /// <summary>The bytes kept free in front of the body.</summary>
    internal const int HeadRoom = 512;

    private byte[] _bytes = new byte[16 * 1024];
    private int _end = HeadRoom;

    /// <summary>The length of the response in bytes.</summary>
    public int BodyLength => _end - HeadRoom;

    /// <summary>The response. Valid until the buffer is written to or cleared.</summary>
    public ReadOnlyMemory<byte> Body => _bytes.AsMemory(HeadRoom, BodyLength);

    /// <summary>Removes the response.</summary>
    public void Clear() => _end = HeadRoom;

    /// <inheritdoc/>
    public void Advance(int count) => _end += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_end);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_end);
    }

    /// <summary>Puts the head right in front of the body and gives both as one piece.</summary>
    internal ReadOnlyMemory<byte> WithHead(ReadOnlySpan<byte> head)
    {
        var start = HeadRoom - head.Length;
        head.CopyTo(_bytes.AsSpan(start));
        return _bytes.AsMemory(start, _end - start);
    }

    private void Reserve(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 256);
        if (_bytes.Length - _end < needed)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + needed));
    }
}
