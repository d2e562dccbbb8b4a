namespace Framework.AuthorizerPipeline;

/// <summary>Nobody is known by what the request brings. API Gateway makes a 401 of exactly this message, and a 500 of any other.</summary>
internal sealed class UnauthorizedException() : Exception("Unauthorized");
