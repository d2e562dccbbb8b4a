using System.Text.Json;

namespace Framework.AmazonLambda;

/// <summary>What both formats of responses have.</summary>
internal static class ResponseParts
{
    public static Dictionary<string, string>? Headers(JsonElement response) => response.TryGetProperty("headers", out var headers)
        ? headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!)
        : null;

    public static string? Body(JsonElement response) => response.TryGetProperty("body", out var body) ? body.GetString() : null;

    public static IEnumerable<string> Texts(JsonElement texts) => texts.EnumerateArray().Select(text => text.GetString()!);
}
