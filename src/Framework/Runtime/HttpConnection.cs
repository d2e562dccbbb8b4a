using System.Buffers.Text;

namespace Framework.Runtime;

/// <summary>As much of an HTTP/1.1 client as the Runtime API needs: one keep-alive connection, one request at a time,
/// the answer in one reused buffer.</summary>
internal sealed class HttpConnection(IByteChannel channel) : IDisposable
{
    private const int InitialSize = 64 * 1024;
    private const int MaxHeadLength = 64 * 1024;

    // Ten times the largest event.
    private const int MaxChunk = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[InitialSize];
    private int _filled;

    /// <summary>Sends the bytes of a whole request and reads the whole answer.</summary>
    /// <returns>The answer; its memory is valid until the next call.</returns>
    public async ValueTask<HttpAnswer> SendAsync(ReadOnlyMemory<byte> request)
    {
        await channel.SendAsync(request);
        _filled = 0;
        var headEnd = await ReadHeadAsync();
        var head = new HttpAnswer(_buffer.AsMemory(0, headEnd));
        var bodyLength = head.IsChunked
            ? await ReadChunksAsync(headEnd)
            : await ReadPlainAsync(headEnd, head.ContentLength);
        return new HttpAnswer(_buffer.AsMemory(0, headEnd), _buffer.AsMemory(headEnd, bodyLength));
    }

    public void Dispose() => channel.Dispose();

    private async ValueTask<int> ReadHeadAsync()
    {
        var searched = 0;
        while (true)
        {
            await FillAsync();
            var end = _buffer.AsSpan(searched, _filled - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return searched + end + 4;
            if (_filled > MaxHeadLength)
                throw new RuntimeApiException("The Runtime API's response head is over 64 KiB.");
            searched = Math.Max(0, _filled - 3);
        }
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
        EnsureCapacity(_filled + 1);
        var count = await channel.ReceiveAsync(_buffer.AsMemory(_filled));
        if (count == 0)
            throw new RuntimeApiException("The Runtime API closed the connection.");
        _filled += count;
    }

    private void EnsureCapacity(int size)
    {
        if (_buffer.Length < size)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, size));
    }
}
