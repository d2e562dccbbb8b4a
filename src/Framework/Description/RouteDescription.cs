namespace Framework.Description;

/// <summary>A method and a path.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with its parameters.</param>
public sealed record RouteDescription(string Method, string Template);
