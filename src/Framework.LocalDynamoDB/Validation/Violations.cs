using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>The broken constraints of one request, in the service's words; it lists at most ten.</summary>
internal sealed class Violations
{
    private const int Limit = 10;

    private readonly List<string> _sentences = [];

    public void Add(JsonElement? value, string path, string constraint)
    {
        if (_sentences.Count < Limit)
            _sentences.Add($"Value {Quote(value)} at '{path}' failed to satisfy constraint: {constraint}");
    }

    public void ThrowIfAny()
    {
        if (_sentences.Count == 0)
            return;
        var noun = _sentences.Count == 1 ? "error" : "errors";
        throw DynamoDBException.Validation(
            $"{_sentences.Count} validation {noun} detected: {string.Join("; ", _sentences)}");
    }

    private static string Quote(JsonElement? value) =>
        value is { ValueKind: not JsonValueKind.Null } present ? $"'{Render(present)}'" : "null";

    private static string Render(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Render))}]",
        _ => value.GetRawText(),
    };
}
