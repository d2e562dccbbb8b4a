using System.Buffers.Binary;

namespace Framework.Local.WebSockets;

/// <summary>The bytes of a connection, which sees the head of each frame that the client sends. It reads no further than the frame that is
/// asked for.</summary>
/// <remarks>The frames are those of <see href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455</see>.</remarks>
/// <param name="inner">The connection.</param>
/// <param name="maxFrame">The longest payload of a frame, in bytes.</param>
internal sealed class FrameStream(Stream inner, int maxFrame) : Stream
{
    private const int ShortestHead = 2;
    private const int ClosingFrame = 8;

    private readonly byte[] _head = new byte[14];
    private int _headLength;
    private int _headNeeded = ShortestHead;
    private long _left;

    /// <summary>Whether a frame that is too long has begun.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Whether the client has closed the connection without a status.</summary>
    public bool HasEmptyClose { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = _left > 0 ? _left : _headNeeded - _headLength;
        var read = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, wanted)], cancellationToken);
        if (_left > 0)
            _left -= read;
        else
            ReadHead(buffer.Span[..read]);
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void ReadHead(ReadOnlySpan<byte> read)
    {
        read.CopyTo(_head.AsSpan(_headLength));
        _headLength += read.Length;
        if (_headLength == ShortestHead)
            _headNeeded = ShortestHead + LengthBytes + ((_head[1] & 0x80) == 0 ? 0 : 4);
        if (_headLength < _headNeeded)
            return;
        _left = PayloadLength;
        IsTooLarge |= _left > maxFrame;
        HasEmptyClose |= (_head[0] & 0x0F) == ClosingFrame && _left == 0;
        (_headLength, _headNeeded) = (0, ShortestHead);
    }

    private int LengthBytes => (_head[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 };

    // A length whose first bit is set is not valid; who reads the frame reports that.
    private long PayloadLength => LengthBytes switch
    {
        2 => BinaryPrimitives.ReadUInt16BigEndian(_head.AsSpan(2)),
        8 => BinaryPrimitives.ReadInt64BigEndian(_head.AsSpan(2)) & long.MaxValue,
        _ => _head[1] & 0x7F,
    };
}
