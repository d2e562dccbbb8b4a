namespace Framework.Generators.Endpoints.Models;

/// <summary>A type that is read from or written as JSON.</summary>
/// <param name="Types">The type itself, and then the types inside it.</param>
/// <param name="Location">Where an endpoint asks for it.</param>
internal sealed record JsonUse(EquatableArray<JsonTypeName> Types, LocationInfo? Location);
