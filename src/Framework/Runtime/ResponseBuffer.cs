using System.Buffers;
using System.Text.Unicode;

namespace Framework.Runtime;

/// <summary>A growing buffer for the response to an invocation, used again for the next one. It keeps room in front for the
/// HTTP head, so that head and body leave in one send.</summary>
public sealed class ResponseBuffer : IBufferWriter<byte>
{
    /// <summary>The bytes kept free in front of the body.</summary>
    internal const int HeadRoom = 1024;

    // The size of a chunk in hexadecimal, and a line break.
    private const int SizeRoom = 10;

    private readonly IResponseStream? _stream;
    private byte[] _bytes = new byte[16 * 1024];
    private int _end = HeadRoom;

    /// <summary>A buffer for a whole response.</summary>
    public ResponseBuffer()
    {
    }

    /// <summary>A buffer for a whole response, or for one piece after the other.</summary>
    internal ResponseBuffer(IResponseStream stream) => _stream = stream;

    /// <summary>The length of the response in bytes.</summary>
    public int BodyLength => _end - HeadRoom;

    /// <summary>The response. Valid until the buffer is written to or cleared.</summary>
    public ReadOnlyMemory<byte> Body => _bytes.AsMemory(HeadRoom, BodyLength);

    /// <summary>The bytes that the head in front of a chunk may have.</summary>
    internal static int ChunkHeadRoom => HeadRoom - SizeRoom;

    /// <summary>Whether it may be sent before it is whole.</summary>
    internal bool CanStream => _stream is not null;

    /// <summary>Whether the response has the form of a stream: a prelude, and then the body as it is.</summary>
    internal bool IsStreamed { get; private set; }

    /// <summary>Whether a piece of it is sent, so that it cannot be taken back.</summary>
    internal bool HasStarted { get; private set; }

    /// <summary>Whether the receiver is gone, so that nobody waits for the response any more.</summary>
    internal bool IsAbandoned { get; private set; }

    /// <summary>Removes the response.</summary>
    public void Clear() => (_end, IsStreamed, HasStarted, IsAbandoned) = (HeadRoom, false, false, false);

    /// <summary>Says that the receiver is gone.</summary>
    internal void Abandon() => IsAbandoned = true;

    /// <summary>Says that the response has the form of a stream.</summary>
    internal void BeginStream() => IsStreamed = true;

    /// <summary>Sends what has been written since the last call.</summary>
    internal async ValueTask FlushAsync()
    {
        if (BodyLength == 0)
            return;
        IsAbandoned |= !await _stream!.SendAsync(this);
        (_end, HasStarted) = (HeadRoom, true);
    }

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

    /// <summary>Puts the head and the size of a chunk right in front of the body, and the end behind it, and gives all as one
    /// piece.</summary>
    internal ReadOnlyMemory<byte> AsChunk(ReadOnlySpan<byte> head, ReadOnlySpan<byte> end)
    {
        Reserve(end.Length);
        Span<byte> size = stackalloc byte[SizeRoom];
        Utf8.TryWrite(size, $"{BodyLength:x}\r\n", out var sizeLength);
        var start = HeadRoom - sizeLength - head.Length;
        head.CopyTo(_bytes.AsSpan(start));
        size[..sizeLength].CopyTo(_bytes.AsSpan(HeadRoom - sizeLength));
        end.CopyTo(_bytes.AsSpan(_end));
        return _bytes.AsMemory(start, _end + end.Length - start);
    }

    private void Reserve(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 256);
        if (_bytes.Length - _end < needed)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + needed));
    }
}
