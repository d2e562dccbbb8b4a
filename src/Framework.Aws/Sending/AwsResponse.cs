using System.Net;
using System.Text.Json;

namespace Framework.Aws.Sending;

/// <summary>What a service responded, read to its end.</summary>
/// <param name="Status">The status.</param>
/// <param name="ErrorType">The error's name; null where the service does not say it.</param>
/// <param name="Body">The body.</param>
internal sealed record AwsResponse(HttpStatusCode Status, string? ErrorType, byte[] Body)
{
    private const int MaxTextLength = 200;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Whether the same call may succeed a moment later: the service throttles, or failed.</summary>
    public bool IsTransient => Status == HttpStatusCode.TooManyRequests || (int)Status >= 500;

    /// <summary>The error in a few words: <c>403 ForbiddenException, Forbidden</c>.</summary>
    public string Error
    {
        get
        {
            var name = ErrorType is null ? $"{(int)Status}" : $"{(int)Status} {ErrorType}";
            return Text() is { Length: > 0 } text ? $"{name}, {text}" : name;
        }
    }

    // The first line of what the service says, without its period: some texts quote the whole request.
    private string? Text()
    {
        try
        {
            using var json = JsonDocument.Parse(Body);
            var text = Member(json.RootElement, "message") ?? Member(json.RootElement, "Message");
            var line = text?.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd('.', '\r', ' ');
            return line?[..Math.Min(line.Length, MaxTextLength)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
