using System.Text.Json;
using System.Text.Json.Serialization;

namespace Framework.Problems;

/// <summary>An error of a request, in the form of RFC 9457 (<c>application/problem+json</c>).</summary>
/// <param name="Status">The HTTP status code, 400 to 599.</param>
/// <param name="Kind">The problem's kind in lower-case words joined by hyphens, such as <c>malformed-json</c>. It is
/// the last part of the <c>type</c> URI, <c>urn:problem-type:malformed-json</c>.</param>
/// <param name="Title">A short phrase that is the same for every problem of this kind.</param>
[JsonConverter(typeof(ProblemConverter))]
public sealed record Problem(int Status, string Kind, string Title)
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The HTTP status code, 400 to 599.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status code is not that of an error.</exception>
    public int Status { get; init; } = Status is >= 400 and <= 599
        ? Status
        : throw new ArgumentOutOfRangeException(nameof(Status), Status, "A problem's status code is 400 to 599.");

    /// <summary>What is wrong this time and what would be right. Never holds what the client sent.</summary>
    public string? Detail { get; init; }

    /// <summary>The messages by field: a JSON path, or the name of a route, query or header value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>How long the client should wait before it asks again; null for no header. Sent as the header
    /// <c>Retry-After</c> in whole seconds, rounded up (RFC 9110, 10.2.3).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A header that says more, as <c>WWW-Authenticate</c> does beside a 401.</summary>
    internal (string Name, string Value)? Header { get; init; }

    /// <summary>400: a route, query or header value is not what it must be.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="message">What it must be.</param>
    public static Problem InvalidParameter(string name, string message)
    {
        var errors = new FieldErrors();
        errors.Add(name, message);
        return KnownProblems.InvalidParameters(errors);
    }

    /// <summary>Writes the problem as one JSON object.</summary>
    /// <param name="writer">The writer, at a place where JSON allows a value.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("type"u8, $"urn:problem-type:{Kind}");
        writer.WriteString("title"u8, Title);
        writer.WriteNumber("status"u8, Status);
        if (Detail is not null)
            writer.WriteString("detail"u8, Detail);
        if (Errors is not null)
            WriteErrors(writer, Errors);
        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyDictionary<string, IReadOnlyList<string>> errors)
    {
        writer.WriteStartObject("errors"u8);
        foreach (var (field, messages) in errors)
        {
            writer.WriteStartArray(field);
            foreach (var message in messages)
                writer.WriteStringValue(message);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
