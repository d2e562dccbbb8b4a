namespace Framework.Generators.Endpoints.Models;

/// <summary>One response that HandleAsync may return.</summary>
/// <param name="StatusCode">Its status code.</param>
/// <param name="ValueType">The type of its JSON value, fully qualified; null where it has none.</param>
/// <param name="Version">What to write behind the value to read its version, such as <c>?.Version</c>; null where it has
/// none.</param>
internal sealed record OutcomeModel(int StatusCode, string? ValueType = null, string? Version = null);
