using System.Text.Json;

namespace Framework.Tokens;

/// <summary>Looks for names that an object of a token has twice. Of two values, one part of a system could believe the first and another
/// part the last (RFC 8725, section 2.4), so such a token counts for nothing.</summary>
internal static class UniqueNames
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Whether the text is JSON in which no object has a name twice.</summary>
    public static bool AreIn(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
