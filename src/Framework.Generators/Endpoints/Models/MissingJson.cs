namespace Framework.Generators.Endpoints.Models;

/// <summary>A type that is read from or written as JSON and that no context of the project knows.</summary>
/// <param name="TypeName">The type, fully qualified.</param>
/// <param name="Lines">The attributes that would let a context know it.</param>
/// <param name="Location">Where an endpoint asks for it.</param>
internal sealed record MissingJson(string TypeName, string Lines, LocationInfo? Location);
