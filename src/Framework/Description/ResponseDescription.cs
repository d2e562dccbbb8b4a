namespace Framework.Description;

/// <summary>One response that a handler may return.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Type">The type of its JSON value, or of each item of a stream; null where it has none.</param>
public sealed record ResponseDescription(int StatusCode, Type? Type)
{
    /// <summary>How it is streamed; null where it is one value.</summary>
    public StreamFormat? StreamFormat { get; init; }
}
