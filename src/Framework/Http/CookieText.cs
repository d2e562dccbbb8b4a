namespace Framework.Http;

/// <summary>Reads and checks the text of cookies, as RFC 6265bis has it.</summary>
internal static class CookieText
{
    /// <summary>The value of the first cookie with a name; null where there is none. Quotes around a value are a part of it
    /// (section 4.1.1).</summary>
    /// <param name="cookies">The cookies as <c>name=value</c>.</param>
    /// <param name="name">The name, with its case.</param>
    public static string? Find(IReadOnlyList<string> cookies, string name)
    {
        for (var index = 0; index < cookies.Count; index++)
        {
            if (ValueOf(cookies[index], name) is { } value)
                return value;
        }
        return null;
    }

    /// <summary>The values of all cookies with a name. The same name may be set for several paths and domains.</summary>
    public static IReadOnlyList<string> All(IReadOnlyList<string> cookies, string name) =>
        [.. cookies.Select(cookie => ValueOf(cookie, name)).OfType<string>()];

    /// <summary>Whether it can be a cookie's name: a token (RFC 9110, section 5.6.2).</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(HeaderText.IsOfToken);

    /// <summary>Whether it can be a cookie's value.</summary>
    public static bool IsValue(string value)
    {
        var inner = value is ['"', .., '"'] ? value[1..^1] : value;
        return inner.All(IsOfValue);
    }

    public static bool IsOfDomain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.';

    public static bool IsOfPath(char letter) => letter is >= ' ' and <= '~' and not ';';

    private static bool IsOfValue(char letter) => letter is > ' ' and <= '~' and not ('"' or ',' or ';' or '\\');

    private static string? ValueOf(string cookie, string name)
    {
        var equals = cookie.IndexOf('=', StringComparison.Ordinal);
        return equals >= 0 && cookie.AsSpan(0, equals).Trim().SequenceEqual(name)
            ? cookie.AsSpan(equals + 1).Trim().ToString()
            : null;
    }
}
