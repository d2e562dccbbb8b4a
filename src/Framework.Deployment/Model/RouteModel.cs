namespace Framework.Deployment.Model;

/// <summary>One route of the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with its parameters.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Function">The name of the function that serves it.</param>
/// <param name="IsOpen">Whether a caller needs no token.</param>
internal sealed record RouteModel(string Method, string Template, string Endpoint, string Function, bool IsOpen)
{
    /// <summary>The scopes of which the token must grant at least one; empty for none.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>How many requests the API passes on; null for as many as it takes.</summary>
    public ThrottleModel? Throttle { get; init; }

    /// <summary>How a REST API keeps the responses; null where it does not.</summary>
    public CacheModel? Cache { get; init; }

    /// <summary>Which pages of other origins may read the responses, where the function answers; null for none.</summary>
    public CorsModel? Cors { get; init; }
}
