namespace Framework.Http;

/// <summary>Decodes paths. A plus stays a plus (RFC 3986), unlike in a query.</summary>
internal static class PathText
{
    public static string Decode(ReadOnlySpan<char> text, bool isEncoded) =>
        isEncoded && text.Contains('%') ? Uri.UnescapeDataString(text) : text.ToString();
}
