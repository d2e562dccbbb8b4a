using System.Text.Json;

namespace Framework.LocalDynamoDB.Protocol;

/// <summary>Reads members of a request whose types are already checked; JSON null counts as absent.</summary>
internal static class JsonElementExtensions
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string? Text(this JsonElement element, string name) => element.Member(name)?.GetString();

    public static bool? Flag(this JsonElement element, string name) =>
        element.Member(name) is { } member ? member.AsFlag() : null;

    /// <summary>A boolean; the service takes some words for it too. Null where it is neither.</summary>
    public static bool? AsFlag(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>A whole number; fractions are cut off and what is too large is the largest.</summary>
    public static long? Whole(this JsonElement element, string name) =>
        element.Member(name) is { } member ? member.TryGetInt64(out var number) ? number : (long)member.GetDouble() : null;

    public static IEnumerable<JsonElement> Elements(this JsonElement element, string name) =>
        element.Member(name) is { } member ? member.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.Member(name) is { } member
            ? member.EnumerateObject().Where(child => child.Value.ValueKind != JsonValueKind.Null)
            : [];
}
