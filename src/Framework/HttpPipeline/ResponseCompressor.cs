using System.IO.Compression;
using Framework.Http;

namespace Framework.HttpPipeline;

/// <summary>Compresses the text of responses in the coding that the client likes best.</summary>
/// <param name="minBytes">How long a body must be.</param>
internal sealed class ResponseCompressor(int minBytes)
{
    // Above it Brotli takes several times as long for a few percent.
    private const int BrotliQuality = 4;
    private const int BrotliWindow = 18;

    /// <summary>The response, compressed where that makes it shorter.</summary>
    public Response Compress(Request request, Response response)
    {
        if (response.StatusCode is 204 or 205 or 206 || response.Headers["content-range"] is not null)
            return response;
        if (response.StatusCode != 304
            && (response.Body.IsEmpty || !MediaType.IsText(response.Headers["content-type"] ?? "") || response.Headers["content-encoding"] is not null))
            return response;
        response.Headers.Append("vary", "Accept-Encoding");
        var accepted = AcceptEncoding.Read(request.Headers["accept-encoding"]);
        if (accepted.Coding is not { } coding || response.Body.IsEmpty || (response.Body.Length < minBytes && !accepted.RefusesIdentity))
            return response;
        var bytes = coding == AcceptEncoding.Brotli ? Brotli(response.Body.Span) : Gzip(response.Body.Span);
        // Bytes travel to the gateway in base64, which makes them a third longer.
        return accepted.RefusesIdentity || bytes.Length * 4L / 3 < response.Body.Length ? Encoded(response, coding, bytes) : response;
    }

    private static Response Encoded(Response response, string coding, ReadOnlyMemory<byte> bytes)
    {
        var encoded = response.With(response.StatusCode, bytes, isText: false);
        encoded.Headers["content-encoding"] = coding;
        encoded.Headers["content-length"] = null;
        if (encoded.Headers["etag"] is { } tag)
            encoded.Headers["etag"] = EntityTags.OfCoding(tag, coding);
        return encoded;
    }

    private static ReadOnlyMemory<byte> Brotli(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[BrotliEncoder.GetMaxCompressedLength(text.Length)];
        return BrotliEncoder.TryCompress(text, bytes, out var length, BrotliQuality, BrotliWindow)
            ? bytes.AsMemory(0, length)
            : throw new InvalidOperationException("Brotli took more bytes than it may.");
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlySpan<byte> text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(text);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
