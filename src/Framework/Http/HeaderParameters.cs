namespace Framework.Http;

/// <summary>The parameters of a header's value, one after the other (RFC 9110, section 5.6.6):
/// <c>form-data; name="photo"; filename="a.png"</c>.</summary>
/// <param name="text">The header's value.</param>
internal ref struct HeaderParameters(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = AfterFirst(text);

    /// <summary>The present parameter's name.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The present parameter's value, without its quotes.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The value of a header's parameter; null where it has none.</summary>
    public static string? Find(ReadOnlySpan<char> text, string name)
    {
        var parameters = new HeaderParameters(text);
        while (parameters.Next())
        {
            if (parameters.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameters.Value;
        }
        return null;
    }

    /// <summary>Goes on to the next parameter.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        _rest = _rest.TrimStart(" \t;");
        var equals = _rest.IndexOf('=');
        if (equals <= 0)
            return false;
        Name = _rest[..equals].TrimEnd();
        _rest = _rest[(equals + 1)..].TrimStart(" \t");
        Value = _rest is ['"', ..] ? Quoted() : Plain();
        return true;
    }

    private static ReadOnlySpan<char> AfterFirst(ReadOnlySpan<char> text) =>
        text.IndexOf(';') is >= 0 and var semicolon ? text[semicolon..] : default;

    private string Plain()
    {
        var end = _rest.IndexOf(';');
        var value = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[end..];
        return value.TrimEnd().ToString();
    }

    // A backslash before anything but a quote is itself: clients write C:\photo.png as it is.
    private string Quoted()
    {
        for (var index = 1; index < _rest.Length; index++)
        {
            if (_rest[index] == '\\' && index + 1 < _rest.Length && _rest[index + 1] == '"')
            {
                index++;
            }
            else if (_rest[index] == '"')
            {
                var value = _rest[1..index];
                _rest = _rest[(index + 1)..];
                return value.Contains('\\') ? value.ToString().Replace("\\\"", "\"", StringComparison.Ordinal) : value.ToString();
            }
        }
        return Plain();
    }
}
