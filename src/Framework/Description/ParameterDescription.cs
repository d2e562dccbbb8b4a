namespace Framework.Description;

/// <summary>One value that a handler asks of a request.</summary>
/// <param name="Name">Its name in the route, query or headers.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Type">Its .NET type.</param>
/// <param name="IsRequired">Whether a request without it is refused.</param>
public sealed record ParameterDescription(string Name, ParameterSource Source, Type Type, bool IsRequired);
