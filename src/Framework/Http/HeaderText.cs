namespace Framework.Http;

/// <summary>Checks header names and values, so that no value can begin another header.</summary>
internal static class HeaderText
{
    /// <summary>Whether a token can hold the character (RFC 9110, section 5.6.2).</summary>
    public static bool IsOfToken(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal);

    /// <summary>A name that can be sent.</summary>
    /// <param name="name">The header's name.</param>
    /// <exception cref="ArgumentException">The name is empty, or holds a space, a colon or a control character.</exception>
    public static string CheckedName(string name) =>
        name.Length == 0 || name.AsSpan().ContainsAnyInRange('\0', ' ') || name.AsSpan().Contains(':')
            ? throw new ArgumentException("A header's name holds no spaces, colons or control characters.", nameof(name))
            : name;

    /// <summary>A value without control characters, but for the tab (RFC 9110, section 5.5).</summary>
    /// <param name="name">The header's name, for the message.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value holds a control character; the message does not repeat it.</exception>
    public static string Checked(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = value.AsSpan();
        return text.ContainsAnyInRange('\0', '\b') || text.ContainsAnyInRange('\n', '\u001f')
            ? throw new ArgumentException($"The value of {name} holds a control character.", nameof(value))
            : value;
    }
}
