namespace Framework.Binding;

/// <summary>Reads the header <c>Content-Encoding</c>.</summary>
internal static class ContentCoding
{
    /// <summary>Whether the body is as it is (RFC 9110, section 8.4.1): identity says that there is no coding.</summary>
    public static bool IsIdentity(string encodings) => encodings
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .All(encoding => encoding.Equals("identity", StringComparison.OrdinalIgnoreCase));
}
