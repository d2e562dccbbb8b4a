using System.Buffers.Text;
using System.Net.Sockets;

namespace Framework.Runtime;

/// <summary>The part of an HTTP/1.1 client that the Runtime API needs: one connection that stays open as long as the server
/// allows, one request at a time, the response in one reused buffer.</summary>
/// <param name="connect">Opens a connection.</param>
internal sealed class HttpConnection(Func<IByteChannel> connect) : IDisposable
{
    private const int InitialSize = 64 * 1024;
    private const int MaxHeadLength = 64 * 1024;

    // Ten times the largest event.
    private const int MaxLength = 64 * 1024 * 1024;

    private readonly RuntimeResponse _response = new();
    private IByteChannel? _channel;
    private byte[] _buffer = new byte[InitialSize];
    private int _filled;

    // Where the body of the last response ends.
    private int _end;
    private ITimer? _limit;
    private bool _isDisposed;

    /// <summary>Sends the bytes of a whole request and reads the whole response.</summary>
    /// <returns>The response, valid until the next call.</returns>
    /// <exception cref="RuntimeApiException">The response is not HTTP, or ends too early; the connection is closed.</exception>
    public async ValueTask<RuntimeResponse> SendAsync(ReadOnlyMemory<byte> request)
    {
        try
        {
            await BeginAsync(request);
            return await ReadAsync();
        }
        catch (RuntimeApiException)
        {
            // Further bytes on this connection would be read as the next response.
            Disconnect();
            throw;
        }
    }

    /// <summary>Sends the first piece of a request, on a new connection: the kept one may be closed already, and what is not whole
    /// cannot be sent again.</summary>
    /// <param name="piece">The head and the beginning of the body.</param>
    /// <param name="limit">How long the whole request may take; then the connection is closed, so that a server which reads nothing
    /// holds nobody.</param>
    /// <param name="clock">The clock for the limit.</param>
    /// <returns>Whether the server takes more.</returns>
    public ValueTask<bool> OpenAsync(ReadOnlyMemory<byte> piece, TimeSpan limit, TimeProvider clock)
    {
        Disconnect();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var channel = _channel = connect();
        _limit = clock.CreateTimer(_ => channel.Dispose(), null, limit, Timeout.InfiniteTimeSpan);
        return ContinueAsync(piece);
    }

    /// <summary>Sends a further piece.</summary>
    /// <returns>Whether the server takes more.</returns>
    public async ValueTask<bool> ContinueAsync(ReadOnlyMemory<byte> piece)
    {
        try
        {
            if (_channel is null)
                return false;
            await _channel.SendAsync(piece);
            return true;
        }
        catch (Exception exception) when (IsClosed(exception))
        {
            Disconnect();
            return false;
        }
    }

    /// <summary>Sends the last piece and reads the response.</summary>
    /// <returns>The response; null where the connection broke.</returns>
    public async ValueTask<RuntimeResponse?> FinishAsync(ReadOnlyMemory<byte> piece)
    {
        try
        {
            if (_channel is not { } channel || !await TryBeginAsync(channel, piece))
                throw Closed();
            return await ReadAsync();
        }
        catch (Exception exception) when (exception is RuntimeApiException || IsClosed(exception))
        {
            Disconnect();
            return null;
        }
        finally
        {
            _limit?.Dispose();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        Disconnect();
    }

    // A response, of which the first bytes are there.
    private async ValueTask<RuntimeResponse> ReadAsync()
    {
        // Interim responses may come before the response: 100 Continue, 103 Early Hints (RFC 9110, section 15.2).
        var headEnd = 0;
        do
        {
            var start = headEnd;
            headEnd = await ReadHeadAsync(start);
            _response.Begin(_buffer.AsMemory(start, headEnd - start));
        }
        while (_response.IsInterim);
        _end = headEnd;
        var length = _response.HasNoBody ? 0
            : _response.IsChunked ? await ReadChunksAsync(headEnd)
            : _response.ContentLength is { } known ? await ReadPlainAsync(headEnd, known)
            : await ReadToEndAsync(headEnd);
        _response.Body = _buffer.AsMemory(headEnd, length);
        // More bytes than the response has: they belong to no known request.
        if (_response.EndsConnection || _response.EndsWithConnection || _filled > _end)
            Disconnect();
        return _response;
    }

    private static bool IsClosed(Exception exception) => exception is SocketException or ObjectDisposedException;

    private void Disconnect()
    {
        _limit?.Dispose();
        _channel?.Dispose();
        _channel = null;
    }

    // A server may close an idle connection, for example while a handler works. The request is then sent again on a new
    // one (RFC 9112, section 9.3.1). The Runtime API accepts one response for each invocation and refuses a second.
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

    // Whether the first bytes of a response have arrived.
    private async ValueTask<bool> TryBeginAsync(IByteChannel channel, ReadOnlyMemory<byte> request)
    {
        try
        {
            await channel.SendAsync(request);
            return (_filled = await channel.ReceiveAsync(_buffer)) > 0;
        }
        catch (Exception exception) when (IsClosed(exception))
        {
            return false;
        }
    }

    private async ValueTask<int> ReadHeadAsync(int start)
    {
        var searched = start;
        while (true)
        {
            var end = _buffer.AsSpan(searched, _filled - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return searched + end + 4;
            if (_filled > MaxHeadLength)
                throw new RuntimeApiException("The Runtime API's response head is over 64 KiB.", isConnection: true);
            searched = Math.Max(start, _filled - 3);
            await FillAsync();
        }
    }

    private async ValueTask<int> ReadToEndAsync(int start)
    {
        while (await TryFillAsync())
        {
        }
        return (_end = _filled) - start;
    }

    private async ValueTask<int> ReadPlainAsync(int start, int length)
    {
        if (length > MaxLength)
            throw TooLong();
        EnsureCapacity(start + length);
        while (_filled < start + length)
            await FillAsync();
        _end = start + length;
        return length;
    }

    // Chunks are joined in place: a chunk with its size line is always longer than its content.
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
            if (write - start + size > MaxLength)
                throw TooLong();
            EnsureCapacity(read + size + 2);
            while (_filled < read + size + 2)
                await FillAsync();
            if (!_buffer.AsSpan(read + size, 2).SequenceEqual("\r\n"u8))
                throw new RuntimeApiException("The Runtime API sent a chunk whose size is not the size that it stated.", isConnection: true);
            _buffer.AsSpan(read, size).CopyTo(_buffer.AsSpan(write));
            write += size;
            read += size + 2;
        }
        _end = await SkipTrailersAsync(read);
        return write - start;
    }

    private async ValueTask<int> SkipTrailersAsync(int read)
    {
        while (true)
        {
            var line = await FindLineEndAsync(read);
            var isEnd = line == read;
            read = line + 2;
            if (isEnd)
                return read;
        }
    }

    private async ValueTask<int> FindLineEndAsync(int from)
    {
        var searched = from;
        while (true)
        {
            var end = _buffer.AsSpan(searched, _filled - searched).IndexOf("\r\n"u8);
            if (end >= 0)
                return searched + end;
            if (_filled - from > MaxHeadLength)
                throw new RuntimeApiException("The Runtime API sent a line over 64 KiB.", isConnection: true);
            searched = Math.Max(from, _filled - 1);
            await FillAsync();
        }
    }

    private static int ParseChunkSize(ReadOnlySpan<byte> line)
    {
        if (Utf8Parser.TryParse(line, out int size, out var used, 'x') && size is >= 0 and <= MaxLength
            && (used == line.Length || line[used] is (byte)';' or (byte)' ' or (byte)'\t'))
            return size;
        throw new RuntimeApiException("The Runtime API sent a chunk without a size.", isConnection: true);
    }

    private async ValueTask FillAsync()
    {
        if (!await TryFillAsync())
            throw Closed();
    }

    private async ValueTask<bool> TryFillAsync()
    {
        // The limit of a whole response, with the sizes of its chunks and its trailers, so that it cannot fill the memory.
        if (_filled > MaxLength + MaxHeadLength)
            throw TooLong();
        EnsureCapacity(_filled + 1);
        var count = await _channel!.ReceiveAsync(_buffer.AsMemory(_filled));
        _filled += count;
        return count > 0;
    }

    private static RuntimeApiException Closed() => new("The Runtime API closed the connection.", isConnection: true);

    private static RuntimeApiException TooLong() => new("The Runtime API's response is over 64 MiB.", isConnection: true);

    private void EnsureCapacity(int size)
    {
        if (_buffer.Length < size)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, size));
    }
}
