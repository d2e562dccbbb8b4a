using System.Buffers.Text;
using System.Net.Sockets;

namespace Framework.Runtime;

/// <summary>As much of an HTTP/1.1 client as the Runtime API needs: one connection that is kept while the server keeps it,
/// one request at a time, the answer in one reused buffer.</summary>
/// <param name="connect">Opens a connection.</param>
internal sealed class HttpConnection(Func<IByteChannel> connect) : IDisposable
{
    private const int InitialSize = 64 * 1024;
    private const int MaxHeadLength = 64 * 1024;

    // Ten times the largest event.
    private const int MaxChunk = 64 * 1024 * 1024;

    private readonly HttpAnswer _answer = new();
    private IByteChannel? _channel;
    private byte[] _buffer = new byte[InitialSize];
    private int _filled;
    private bool _isDisposed;

    /// <summary>Sends the bytes of a whole request and reads the whole answer.</summary>
    /// <returns>The answer, valid until the next call.</returns>
    public async ValueTask<HttpAnswer> SendAsync(ReadOnlyMemory<byte> request)
    {
        await BeginAsync(request);
        var headEnd = await ReadHeadAsync();
        _answer.Begin(_buffer.AsMemory(0, headEnd));
        var isLast = _answer.EndsConnection;
        var bodyLength = _answer.IsChunked ? await ReadChunksAsync(headEnd)
            : _answer.ContentLength is null && isLast ? await ReadToEndAsync(headEnd)
            : await ReadPlainAsync(headEnd, _answer.ContentLength ?? 0);
        _answer.Body = _buffer.AsMemory(headEnd, bodyLength);
        if (isLast)
            Disconnect();
        return _answer;
    }

    public void Dispose()
    {
        _isDisposed = true;
        Disconnect();
    }

    private void Disconnect()
    {
        _channel?.Dispose();
        _channel = null;
    }

    // A server may close a connection that it finds idle, as while a handler works: the request then goes out once more on
    // a new one (RFC 9112, section 9.3.1). The Runtime API takes one answer an invocation and refuses a second.
    private async ValueTask BeginAsync(ReadOnlyMemory<byte> request)
    {
        if (_channel is { } kept && await TryBeginAsync(kept, request))
            return;
        Disconnect();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _channel = connect();
        if (!await TryBeginAsync(_channel, request))
            throw Closed();
    }

    // Whether the first bytes of an answer have come.
    private async ValueTask<bool> TryBeginAsync(IByteChannel channel, ReadOnlyMemory<byte> request)
    {
        try
        {
            await channel.SendAsync(request);
            return (_filled = await channel.ReceiveAsync(_buffer)) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async ValueTask<int> ReadHeadAsync()
    {
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(searched, _filled - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return searched + end + 4;
            if (_filled > MaxHeadLength)
                throw new RuntimeApiException("The Runtime API's response head is over 64 KiB.");
            searched = Math.Max(0, _filled - 3);
            await FillAsync();
        }
    }

    private async ValueTask<int> ReadToEndAsync(int start)
    {
        while (await TryFillAsync())
        {
            if (_filled > MaxChunk)
                throw new RuntimeApiException("The Runtime API sent a body without an end.");
        }
        return _filled - start;
    }

    private async ValueTask<int> ReadPlainAsync(int start, int length)
    {
        EnsureCapacity(start + length);
        while (_filled < start + length)
            await FillAsync();
        return length;
    }

    // Chunks are moved together in place: what is read is never shorter than what it holds.
    private async ValueTask<int> ReadChunksAsync(int start)
    {
        var (write, read) = (start, start);
        while (true)
        {
            var line = await FindLineEndAsync(read);
            var size = ParseChunkSize(_buffer.AsSpan(read, line - read));
            read = line + 2;
            if (size == 0)
                break;
            EnsureCapacity(read + size + 2);
            while (_filled < read + size + 2)
                await FillAsync();
            _buffer.AsSpan(read, size).CopyTo(_buffer.AsSpan(write));
            write += size;
            read += size + 2;
        }
        await SkipTrailersAsync(read);
        return write - start;
    }

    private async ValueTask SkipTrailersAsync(int read)
    {
        while (true)
        {
            var line = await FindLineEndAsync(read);
            if (line == read)
                return;
            read = line + 2;
        }
    }

    private async ValueTask<int> FindLineEndAsync(int from)
    {
        while (true)
        {
            var end = _buffer.AsSpan(from, _filled - from).IndexOf("\r\n"u8);
            if (end >= 0)
                return from + end;
            await FillAsync();
        }
    }

    private static int ParseChunkSize(ReadOnlySpan<byte> line)
    {
        if (Utf8Parser.TryParse(line, out int size, out var used, 'x') && size is >= 0 and <= MaxChunk
            && (used == line.Length || line[used] is (byte)';' or (byte)' '))
            return size;
        throw new RuntimeApiException("The Runtime API sent a chunk without a size.");
    }

    private async ValueTask FillAsync()
    {
        if (!await TryFillAsync())
            throw Closed();
    }

    private async ValueTask<bool> TryFillAsync()
    {
        EnsureCapacity(_filled + 1);
        var count = await _channel!.ReceiveAsync(_buffer.AsMemory(_filled));
        _filled += count;
        return count > 0;
    }

    private static RuntimeApiException Closed() => new("The Runtime API closed the connection.");

    private void EnsureCapacity(int size)
    {
        if (_buffer.Length < size)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, size));
    }
}
