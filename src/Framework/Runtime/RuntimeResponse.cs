using System.Buffers.Text;
using System.Text;

namespace Framework.Runtime;

/// <summary>A response of the Runtime API: a status, headers that are read in place, a body. The object is used again.</summary>
internal sealed class RuntimeResponse
{
    private ReadOnlyMemory<byte> _head;
    private HeaderPlace[] _headers = new HeaderPlace[32];
    private int _count;
    private bool _isKept;

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The status code.</summary>
    public int Status { get; private set; }

    /// <summary>Whether it is an interim response: the final one follows.</summary>
    public bool IsInterim => Status < 200;

    /// <summary>Whether the body comes in chunks.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>The body's length; null where the response does not say.</summary>
    public int? ContentLength { get; private set; }

    /// <summary>Whether the status says that there is no body, against the headers too (RFC 9112, section 6.3).</summary>
    public bool HasNoBody => Status is 204 or 304;

    /// <summary>Whether the body ends where the connection does, for nothing else says where.</summary>
    public bool EndsWithConnection => !HasNoBody && !IsChunked && ContentLength is null;

    /// <summary>Whether the connection carries no other response after this one (RFC 9112, section 9.3), or may carry a body that
    /// the status rules out.</summary>
    public bool EndsConnection => !_isKept || (HasNoBody && (IsChunked || ContentLength > 0));

    /// <summary>Takes a head in the place of the last one and finds its headers, once for all that are asked for.</summary>
    /// <param name="head">The head with the empty line that ends it.</param>
    /// <exception cref="RuntimeApiException">It is not HTTP/1.x, or does not say for certain where its body ends.</exception>
    public void Begin(ReadOnlyMemory<byte> head)
    {
        var bytes = head.Span;
        (_head, _count, Body, IsChunked, ContentLength) = (head, 0, default, false, null);
        _isKept = !bytes.StartsWith("HTTP/1.0"u8);
        Status = ReadStatus(bytes);
        for (int start = 0, length; (length = bytes[start..].IndexOf((byte)'\n')) >= 0; start += length + 1)
        {
            var colon = bytes.Slice(start, length).IndexOf((byte)':');
            // A blank before the name continues the header before, one behind it hides it (RFC 9112, sections 5.1 and 5.2).
            if (bytes[start] is (byte)' ' or (byte)'\t' || (colon > 0 && bytes[start + colon - 1] is (byte)' ' or (byte)'\t'))
                throw Malformed("a blank beside the name of a header");
            if (colon > 0)
                Add(new HeaderPlace(start, start + colon, start + length));
        }
        // A message that says both is not to be trusted (RFC 9112, section 6.3).
        if (IsChunked && ContentLength is not null)
            throw Malformed("both a length and chunks");
        if (Status == 101)
            throw Malformed("another protocol, which nobody asked for");
    }

    /// <summary>A header's value; null where the response has none. Values may hold UTF-8.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="known">A text to return where the value is the same, so that no new string is made.</param>
    public string? Header(string name, string? known = null)
    {
        var value = Find(name);
        if (value.IsEmpty)
            return null;
        return known is not null && Ascii.Equals(value, known) ? known : Encoding.UTF8.GetString(value);
    }

    /// <summary>A header's bytes, trimmed; empty where the response has none.</summary>
    public ReadOnlySpan<byte> Find(string name)
    {
        var head = _head.Span;
        foreach (ref readonly var header in _headers.AsSpan(0, _count))
        {
            // Most names differ in their length already.
            if (header.NameLength == name.Length && Ascii.EqualsIgnoreCase(header.Name(head), name))
                return header.Value(head);
        }
        return default;
    }

    private static int ReadStatus(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("HTTP/1."u8) && line.Length > 12 && line[8] == ' ' && line[12] is (byte)' ' or (byte)'\r'
            && Utf8Parser.TryParse(line.Slice(9, 3), out int status, out var used) && used == 3 && status >= 100)
            return status;
        throw new RuntimeApiException("The Runtime API's response is not HTTP/1.1.", isConnection: true);
    }

    // What says where the message ends is read once, as the head is.
    private void ReadFraming(in HeaderPlace header)
    {
        var head = _head.Span;
        switch (header.NameLength)
        {
            case 10 when Ascii.EqualsIgnoreCase(header.Name(head), "connection"):
                _isKept = Ascii.EqualsIgnoreCase(header.Value(head), "keep-alive");
                break;
            case 14 when Ascii.EqualsIgnoreCase(header.Name(head), "content-length"):
                ContentLength = ReadLength(header.Value(head));
                break;
            // Said twice, there are two codings, of which one is unknown.
            case 17 when Ascii.EqualsIgnoreCase(header.Name(head), "transfer-encoding"):
                if (IsChunked || !Ascii.EqualsIgnoreCase(header.Value(head), "chunked"))
                    throw Malformed("an unknown transfer coding");
                IsChunked = true;
                break;
        }
    }

    // Said twice, it must be the same (RFC 9112, section 6.3).
    private int ReadLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || !Utf8Parser.TryParse(text, out int value, out _) || (ContentLength ?? value) != value)
            throw Malformed("a length that is none");
        return value;
    }

    private static RuntimeApiException Malformed(string what) =>
        new($"The Runtime API's response has {what}.", isConnection: true);

    private void Add(HeaderPlace header)
    {
        if (_count == _headers.Length)
            Array.Resize(ref _headers, _count * 2);
        _headers[_count++] = header;
        ReadFraming(header);
    }

    private readonly record struct HeaderPlace(int Start, int Colon, int End)
    {
        public int NameLength => Colon - Start;

        public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> head) => head[Start..Colon];

        public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> head)
        {
            var value = head[(Colon + 1)..End];
            return value[Ascii.Trim(value)];
        }
    }
}
