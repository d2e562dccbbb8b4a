using System.Text.Json;

namespace Framework.Binding;

/// <summary>Measures how deep a JSON text is, for endpoints that have a limit of their own.</summary>
internal static class JsonDepth
{
    /// <summary>Whether the text has more levels than it may. What is malformed is found elsewhere.</summary>
    public static bool Exceeds(ReadOnlySpan<byte> json, int maxDepth, JsonSerializerOptions options)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            MaxDepth = int.MaxValue,
            CommentHandling = options.ReadCommentHandling,
            AllowTrailingCommas = options.AllowTrailingCommas,
        });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= maxDepth)
                    return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }
        return false;
    }
}
