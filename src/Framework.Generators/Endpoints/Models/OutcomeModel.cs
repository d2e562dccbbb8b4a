namespace Framework.Generators.Endpoints.Models;

/// <summary>One response that HandleAsync may return.</summary>
/// <param name="StatusCode">Its status code.</param>
/// <param name="ValueType">The type of its JSON value, or of each item of a stream, fully qualified; null where it has none.</param>
/// <param name="Version">What to write behind the value to read its version, such as <c>?.Version</c>; null where it has
/// none.</param>
/// <param name="Stream">How it is streamed, a member of <c>StreamFormat</c>; null where it is one value.</param>
internal sealed record OutcomeModel(int StatusCode, string? ValueType = null, string? Version = null, string? Stream = null)
{
    /// <summary>Whether it is written as JSON. Events of text are not.</summary>
    public bool IsJson => ValueType is not null && !(Stream == "ServerSentEvents" && ValueType == "string");
}
