namespace Framework.Http;

/// <summary>Reads the media type of a <c>Content-Type</c> header.</summary>
internal static class MediaType
{
    private static readonly string[] TextTypes =
        ["application/json", "application/javascript", "application/xml", "application/x-ndjson"];

    /// <summary>The type alone, without its parameters.</summary>
    public static ReadOnlySpan<char> Essence(string contentType)
    {
        var semicolon = contentType.IndexOf(';', StringComparison.Ordinal);
        return (semicolon < 0 ? contentType : contentType.AsSpan(0, semicolon)).Trim();
    }

    /// <summary>Whether what has the type is text, which need not travel in base64 and can be compressed.</summary>
    public static bool IsText(string contentType)
    {
        var essence = Essence(contentType);
        return essence.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
            || IsOneOf(essence, TextTypes);
    }

    private static bool IsOneOf(ReadOnlySpan<char> essence, string[] types)
    {
        foreach (var type in types)
        {
            if (essence.Equals(type, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
