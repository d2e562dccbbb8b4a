using System.Buffers;
using System.Text;

namespace Framework.Http;

/// <summary>Paths, percent-encoded in one normal form: a character that may stand literally in a segment (RFC 3986, section
/// 3.3) does, every other one is escaped as UTF-8. A plus stays a plus, unlike in a query.</summary>
internal static class PathText
{
    private const string Literal = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@";

    private const string HexDigits = "0123456789ABCDEF";

    private static readonly SearchValues<char> OfSegment = SearchValues.Create(Literal);
    private static readonly SearchValues<char> OfPath = SearchValues.Create(Literal + "/");

    /// <summary>Whether a path is in the normal form, without any escape.</summary>
    public static bool IsNormal(ReadOnlySpan<char> path) => !path.ContainsAnyExcept(OfPath);

    /// <summary>The normal form of a path that a front door left encoded or has decoded. What can never stand in an encoded path,
    /// such as a space or a percent sign without two digits, is taken literally; then each escape is decoded once.</summary>
    public static string Normalize(string path)
    {
        if (IsNormal(path))
            return path;
        var normal = new StringBuilder(path.Length + 16);
        foreach (var range in path.AsSpan().Split('/'))
        {
            if (range.Start.Value > 0)
                normal.Append('/');
            Escape(Uri.UnescapeDataString(path.AsSpan()[range]), normal);
        }
        return normal.ToString();
    }

    /// <summary>The normal form of a path of which nothing is escaped.</summary>
    public static string Encode(string decoded)
    {
        if (IsNormal(decoded))
            return decoded;
        var normal = new StringBuilder(decoded.Length + 16);
        EscapeSegments(decoded, normal);
        return normal.ToString();
    }

    /// <summary>Appends decoded segments, whose slashes separate them, in the normal form.</summary>
    public static void EscapeSegments(ReadOnlySpan<char> text, StringBuilder normal)
    {
        foreach (var range in text.Split('/'))
        {
            if (range.Start.Value > 0)
                normal.Append('/');
            Escape(text[range], normal);
        }
    }

    /// <summary>Appends a decoded segment in the normal form.</summary>
    public static void Escape(ReadOnlySpan<char> segment, StringBuilder normal)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in segment.EnumerateRunes())
        {
            if (rune.IsAscii && OfSegment.Contains((char)rune.Value))
            {
                normal.Append((char)rune.Value);
                continue;
            }
            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
                normal.Append('%').Append(HexDigits[value >> 4]).Append(HexDigits[value & 15]);
        }
    }

    /// <summary>Decodes a segment.</summary>
    public static string Decode(ReadOnlySpan<char> segment) =>
        segment.Contains('%') ? Uri.UnescapeDataString(segment) : segment.ToString();
}
