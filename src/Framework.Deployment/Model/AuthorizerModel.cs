namespace Framework.Deployment.Model;

/// <summary>The Lambda authorizer that the APIs ask.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Function">The name of the function that serves it.</param>
/// <param name="Headers">The headers that prove who calls.</param>
/// <param name="UsesPolicies">Whether an HTTP API gets IAM policies.</param>
/// <param name="CacheSeconds">How long a result is kept.</param>
internal sealed record AuthorizerModel(string Name, string Function, IReadOnlyList<string> Headers, bool UsesPolicies, int CacheSeconds);
