using System.Globalization;
using System.IO.Compression;

namespace Framework.LocalDynamoDB.Http;

/// <summary>
/// gzip and deflate (the zlib format), which the service accepts in requests and offers for responses over 4 KB.
/// </summary>
internal static class ContentCoding
{
    private const string Gzip = "gzip";
    private const string Deflate = "deflate";

    /// <summary>Shorter responses are sent without compression.</summary>
    public const int Threshold = 4096;

    public static Stream? Decompress(string coding, Stream content) => coding.ToLowerInvariant() switch
    {
        Gzip => new GZipStream(content, CompressionMode.Decompress),
        Deflate => new ZLibStream(content, CompressionMode.Decompress),
        _ => null,
    };

    public static byte[] Compress(string coding, ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (Stream writer = coding == Gzip
            ? new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)
            : new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            writer.Write(content);
        return compressed.ToArray();
    }

    /// <summary>
    /// The coding that Accept-Encoding prefers, or null. The service takes the first of equal ones and a wildcard after
    /// named ones, never identity, and reads a quality that is not a number as 1.
    /// </summary>
    public static string? Choose(string? acceptEncoding)
    {
        if (string.IsNullOrEmpty(acceptEncoding))
            return null;
        var accepted = acceptEncoding.Split(',').Select(Parse).ToList();
        double? wildcard = accepted.FirstOrDefault(coding => coding.Name == "*") is { Name: not null } any ? any.Quality : null;
        if (wildcard is { } quality)
            accepted.AddRange(((string[])[Gzip, Deflate])
                .Where(name => accepted.All(coding => coding.Name != name)).Select(name => (name, quality)));
        return accepted.Where(coding => coding is { Name: Gzip or Deflate, Quality: > 0 })
            .Select(coding => (coding.Name, Quality: Math.Min(1, coding.Quality)))
            .OrderByDescending(coding => coding.Quality).FirstOrDefault().Name;
    }

    private static (string Name, double Quality) Parse(string coding)
    {
        var end = coding.IndexOf(';', StringComparison.Ordinal);
        var name = (end < 0 ? coding : coding[..end]).Trim().ToLowerInvariant();
        var start = end < 0 ? -1 : coding.IndexOf("q=", end, StringComparison.Ordinal);
        if (start < 0)
            return (name, 1);
        var text = coding[(start + 2)..].Split(';')[0].Trim();
        return (name, double.TryParse(text, CultureInfo.InvariantCulture, out var quality) ? quality : 1);
    }
}
