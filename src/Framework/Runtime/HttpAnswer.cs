using System.Buffers.Text;
using System.Text;

namespace Framework.Runtime;

/// <summary>The Runtime API's answer: a status, headers looked up in place, a body.</summary>
internal readonly struct HttpAnswer(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body = default)
{
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The status code.</summary>
    /// <exception cref="RuntimeApiException">The answer is not HTTP/1.x.</exception>
    public int Status
    {
        get
        {
            var line = head.Span;
            if (line.StartsWith("HTTP/1."u8) && line.Length > 12 && line[8] == ' '
                && Utf8Parser.TryParse(line.Slice(9, 3), out int status, out _))
                return status;
            throw new RuntimeApiException("The Runtime API's answer is not HTTP/1.1.");
        }
    }

    public bool IsChunked => Ascii.EqualsIgnoreCase(Find("transfer-encoding"), "chunked");

    /// <summary>The body's length; null where the answer does not say.</summary>
    public int? ContentLength =>
        Utf8Parser.TryParse(Find("content-length"), out int length, out _) && length >= 0 ? length : null;

    /// <summary>Whether the connection carries no other answer after this one (RFC 9112, section 9.3).</summary>
    public bool EndsConnection => Find("connection") is { IsEmpty: false } connection
        ? !Ascii.EqualsIgnoreCase(connection, "keep-alive")
        : head.Span.StartsWith("HTTP/1.0"u8);

    /// <summary>A header's value; null where the answer has none. Values may hold UTF-8.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="known">A text to give back where the value is the same, so that none is made again.</param>
    public string? Header(string name, string? known = null)
    {
        var value = Find(name);
        if (value.IsEmpty)
            return null;
        return known is not null && Ascii.Equals(value, known) ? known : Encoding.UTF8.GetString(value);
    }

    /// <summary>A header's bytes, trimmed; empty where the answer has none.</summary>
    public ReadOnlySpan<byte> Find(string name)
    {
        var rest = head.Span;
        while (true)
        {
            var end = rest.IndexOf("\r\n"u8);
            if (end <= 0)
                return default;
            var line = rest[..end];
            if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
                return Trim(line[(name.Length + 1)..]);
            rest = rest[(end + 2)..];
        }
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value[Ascii.Trim(value)];
}
