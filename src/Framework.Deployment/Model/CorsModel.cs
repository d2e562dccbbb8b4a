namespace Framework.Deployment.Model;

/// <summary>Which pages of other origins may read the responses, as the code says.</summary>
/// <param name="Origins">The origins, or <c>*</c>.</param>
/// <param name="Methods">The methods of the routes.</param>
/// <param name="Headers">The headers that a page may send.</param>
/// <param name="ExposedHeaders">The headers that a page may read.</param>
/// <param name="MaxAgeSeconds">How long a browser may keep the response to a preflight.</param>
/// <param name="AllowsCredentials">Whether a browser may send credentials along.</param>
internal sealed record CorsModel(
    IReadOnlyList<string> Origins,
    IReadOnlyList<string> Methods,
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> ExposedHeaders,
    int MaxAgeSeconds,
    bool AllowsCredentials);
