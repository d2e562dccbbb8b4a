using System.Text.Json;

namespace Framework.Identity;

/// <summary>Reads claims that hold several values. API Gateway's HTTP APIs write an array as <c>[a b]</c>, its REST APIs as
/// <c>a,b</c>; a JSON array comes from gateways that keep it. A comma separates only what a REST API wrote: a Cognito group's name
/// may hold one.</summary>
internal static class ClaimText
{
    public static IReadOnlyList<string> List(string? text, char separator)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        if (text is ['[', '"', .., ']'] && JsonArray(text) is { } array)
            return array;
        if (separator != ' ' && text[0] != '[')
            return text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var inner = text is ['[', .., ']'] ? text[1..^1] : text;
        return inner.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<string>? JsonArray(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. document.RootElement.EnumerateArray().Select(item => item.GetString()!)]
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
