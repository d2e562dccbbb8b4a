namespace Framework.Deployment.Model;

/// <summary>One route of the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with its parameters.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Function">The name of the function that serves it.</param>
/// <param name="IsOpen">Whether a caller needs no token.</param>
internal sealed record RouteModel(string Method, string Template, string Endpoint, string Function, bool IsOpen);
