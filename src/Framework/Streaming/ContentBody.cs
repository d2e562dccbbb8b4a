using System.Buffers;
using Framework.Http;

namespace Framework.Streaming;

/// <summary>The bytes of a stream.</summary>
internal sealed class ContentBody(Stream content, bool isText, CancellationToken cancellation) : StreamedBody
{
    private const int PieceSize = 64 * 1024;

    private byte[] _piece = ArrayPool<byte>.Shared.Rent(PieceSize);
    private int _length;

    public override bool IsText => isText;

    public override void Write(IBufferWriter<byte> output) => output.Write(_piece.AsSpan(0, _length));

    public override ValueTask DisposeAsync()
    {
        if (_piece.Length > 0)
            ArrayPool<byte>.Shared.Return(_piece, clearArray: true);
        _piece = [];
        return content.DisposeAsync();
    }

    protected override async ValueTask<bool> NextAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        return (_length = await content.ReadAsync(_piece, cancellation)) > 0;
    }
}
