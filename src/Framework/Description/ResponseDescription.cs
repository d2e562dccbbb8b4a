namespace Framework.Description;

/// <summary>One response that a handler may return.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Type">The type of its JSON value; null where it has none.</param>
public sealed record ResponseDescription(int StatusCode, Type? Type);
