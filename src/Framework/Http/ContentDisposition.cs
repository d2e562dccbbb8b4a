namespace Framework.Http;

/// <summary>Writes the header <c>Content-Disposition</c> (RFC 6266).</summary>
internal static class ContentDisposition
{
    // RFC 6266, appendix D: clients differ in how they read a percent sign or a backslash in the plain form.
    private const string Unsafe = "\"\\%/";

    /// <summary>The header's value.</summary>
    /// <param name="type"><c>inline</c> or <c>attachment</c>.</param>
    /// <param name="name">The file's name; null for none.</param>
    public static string Of(string type, string? name)
    {
        if (string.IsNullOrEmpty(name))
            return type;
        var clean = string.Concat(name.Select(letter => char.IsControl(letter) || letter is '/' or '\\' ? '_' : letter));
        var plain = string.Concat(clean.Select(letter => char.IsAscii(letter) && !Unsafe.Contains(letter, StringComparison.Ordinal) ? letter : '_'));
        return plain == clean
            ? $"{type}; filename=\"{plain}\""
            : $"{type}; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(clean)}";
    }
}
