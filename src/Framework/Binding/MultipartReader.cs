using System.Text;

namespace Framework.Binding;

/// <summary>Reads a <c>multipart/form-data</c> body (RFC 7578, RFC 2046, section 5.1). It goes through the body once, and copies
/// names alone.</summary>
/// <param name="body">The body.</param>
/// <param name="boundary">The boundary of the parts, as the header <c>Content-Type</c> names it.</param>
/// <param name="maxParts">How many parts there may be.</param>
internal sealed class MultipartReader(ReadOnlyMemory<byte> body, string boundary, int maxParts)
{
    /// <summary>How many bytes the headers of a part may have.</summary>
    public const int MaxHeaderBytes = 8 * 1024;

    private const int MaxBoundary = 70;

    private readonly byte[] _delimiter = Encoding.ASCII.GetBytes($"\r\n--{boundary}");
    private readonly List<MultipartPart> _parts = [];
    private int _position;

    /// <summary>What is wrong with the body; null where nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>Whether there are more parts than there may be.</summary>
    public bool HasTooMany { get; private set; }

    private ReadOnlySpan<byte> Rest => body.Span[_position..];

    /// <summary>Whether it can be a boundary.</summary>
    public static bool IsBoundary(string? boundary) =>
        boundary is { Length: > 0 and <= MaxBoundary } && boundary.All(letter => letter is >= ' ' and <= '~') && boundary[^1] != ' ';

    /// <summary>Reads the parts.</summary>
    /// <returns>The parts; fewer than there are where something is wrong.</returns>
    public IReadOnlyList<MultipartPart> Read()
    {
        if (!SkipPreamble())
            return Fail("does not begin with its boundary");
        while (!IsLast())
        {
            if (_parts.Count == maxParts)
            {
                HasTooMany = true;
                return _parts;
            }
            if (!ReadPart())
                return _parts;
        }
        return _parts;
    }

    private List<MultipartPart> Fail(string error)
    {
        Error = error;
        return _parts;
    }

    // The first boundary has no line break before it where nothing comes before it.
    private bool SkipPreamble()
    {
        if (Rest.StartsWith(_delimiter.AsSpan(2)) && IsEndOfDelimiter(_delimiter.Length - 2))
        {
            _position = _delimiter.Length - 2;
            return true;
        }
        if (FindDelimiter() is not { } start)
            return false;
        _position = start + _delimiter.Length;
        return !IsLast();
    }

    // Behind a delimiter: two hyphens end the body. What comes after them says nothing.
    private bool IsLast() => Rest.StartsWith("--"u8);

    private bool ReadPart()
    {
        _position += Rest.IndexOf("\r\n"u8) + 2;
        if (ReadHeaders() is not var (disposition, contentType))
            return false;
        if (disposition is null || !disposition.StartsWith("form-data", StringComparison.OrdinalIgnoreCase)
            || FormFieldName.Of(disposition) is not { } name)
        {
            Fail($"has a part without a name (part {_parts.Count + 1})");
            return false;
        }
        // A part may be empty, and then the line break of its delimiter is the one that ends its headers.
        _position -= 2;
        if (FindDelimiter() is not { } end)
        {
            Fail("does not end with its boundary");
            return false;
        }
        var start = Math.Min(_position + 2, end);
        _parts.Add(new MultipartPart(name, FormFieldName.FileOf(disposition), contentType, body[start..end]));
        _position = end + _delimiter.Length;
        return true;
    }

    // Up to the empty line, which is the first line where there are no headers.
    private (string? Disposition, string? ContentType)? ReadHeaders()
    {
        var window = Rest[..Math.Min(Rest.Length, MaxHeaderBytes + 4)];
        var length = window.StartsWith("\r\n"u8) ? 0 : window.IndexOf("\r\n\r\n"u8);
        if (length < 0)
        {
            Fail(Rest.Length > MaxHeaderBytes
                ? $"has a part with more than {MaxHeaderBytes} bytes of headers (part {_parts.Count + 1})"
                : "does not end with its boundary");
            return null;
        }
        string? disposition = null;
        string? contentType = null;
        foreach (var line in Encoding.UTF8.GetString(window[..length]).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line.AsSpan(0, Math.Max(0, colon)).Trim();
            if (name.Equals("content-disposition", StringComparison.OrdinalIgnoreCase))
                disposition = line[(colon + 1)..].Trim();
            else if (name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
                contentType = line[(colon + 1)..].Trim();
        }
        _position += length + (length == 0 ? 2 : 4);
        return (disposition, contentType);
    }

    private int? FindDelimiter()
    {
        for (var from = _position; ; from += _delimiter.Length)
        {
            var found = body.Span[from..].IndexOf(_delimiter);
            if (found < 0)
                return null;
            from += found;
            if (IsEndOfDelimiter(from + _delimiter.Length))
                return from;
        }
    }

    // A longer boundary may begin with this one, so a line break or the two last hyphens must follow, perhaps behind spaces.
    private bool IsEndOfDelimiter(int position)
    {
        var rest = body.Span[position..];
        return rest.StartsWith("--"u8) || rest.TrimStart(" \t"u8).StartsWith("\r\n"u8);
    }
}
