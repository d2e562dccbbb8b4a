namespace Framework.Deployment.Model;

/// <summary>How a REST API keeps the responses of a route.</summary>
/// <param name="Seconds">How long.</param>
/// <param name="Keys">What tells one response from another, as API Gateway names it: <c>path.id</c>, <c>querystring.page</c>,
/// <c>header.x-tenant</c>.</param>
internal sealed record CacheModel(int Seconds, IReadOnlyList<string> Keys);
