namespace Framework.Generators.Endpoints;

/// <summary>A type that travels as JSON.</summary>
/// <param name="Type">The type.</param>
/// <param name="LongName">A name for it in its context where another type has the name already.</param>
/// <param name="Location">Where an endpoint asks for it.</param>
internal sealed record JsonUse(JsonTypeName Type, string LongName, LocationInfo? Location);
