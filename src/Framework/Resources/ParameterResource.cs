namespace Framework.Resources;

/// <summary>A parameter of Parameter Store that a service reads when it starts: a deployment lets the function read it.</summary>
/// <param name="Name">The parameter's name, which begins with a slash.</param>
/// <param name="IsPath">Whether all parameters below the name are read.</param>
public sealed record ParameterResource(string Name, bool IsPath);
