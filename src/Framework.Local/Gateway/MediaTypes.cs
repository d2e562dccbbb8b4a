namespace Framework.Local.Gateway;

/// <summary>Decides whether a media type is text, as an HTTP API does.</summary>
/// <remarks>AWS's documentation says only that binary bodies are sent in base64. Measured against API Gateway in
/// <see href="https://github.com/ministackorg/ministack/pull/766"/>: text is <c>text/*</c> and the three application
/// types below; everything else is base64, forms and bodies without a type included.</remarks>
internal static class MediaTypes
{
    private static readonly string[] Text = ["application/json", "application/xml", "application/javascript"];

    public static bool IsText(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        if (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var text in Text)
        {
            if (type.Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
