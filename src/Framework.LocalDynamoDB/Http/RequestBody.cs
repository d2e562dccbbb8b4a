using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Http;

/// <summary>The bytes of a request on a rented array.</summary>
internal sealed class RequestBody : IDisposable
{
    private byte[] _array;
    private int _length;

    private RequestBody(int size) => _array = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Bytes => _array.AsMemory(0, _length);

    /// <summary>Reads the body as it is sent. Null where it is larger than the limit.</summary>
    public static async Task<RequestBody?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        var body = await ReadAsync(request.Body, request.ContentLength ?? 4096, limit, cancellation);
        if (body is null)
            await DrainAsync(request, cancellation);
        return body;
    }

    /// <summary>The decompressed body, or the same body where it is not compressed. Null where it is larger than the
    /// limit.</summary>
    /// <exception cref="InvalidDataException">The body is not what Content-Encoding says.</exception>
    public async Task<RequestBody?> DecodeAsync(string coding, int limit, CancellationToken cancellation)
    {
        if (coding.Length == 0)
            return this;
        await using var content = ContentCoding.Decompress(coding, new MemoryStream(_array, 0, _length));
        // An empty body is not a compressed body either.
        if (content is null || _length == 0)
            throw new InvalidDataException($"The body is not {coding}.");
        return await ReadAsync(content, _length * 4L, limit, cancellation);
    }

    private static async Task<RequestBody?> ReadAsync(
        Stream content, long expected, int limit, CancellationToken cancellation)
    {
        var body = new RequestBody((int)Math.Min(expected, limit) + 1);
        try
        {
            int read;
            while ((read = await content.ReadAsync(body._array.AsMemory(body._length), cancellation)) > 0)
            {
                body._length += read;
                if (body._length > limit)
                {
                    body.Dispose();
                    return null;
                }

                if (body._length == body._array.Length)
                    body.Grow();
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }

    /// <summary>A client that is still sending would not read the refusal.</summary>
    private static async Task DrainAsync(HttpRequest request, CancellationToken cancellation)
    {
        var rest = ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (await request.Body.ReadAsync(rest, cancellation) > 0)
        {
        }

        ArrayPool<byte>.Shared.Return(rest);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_array.Length * 2);
        _array.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
