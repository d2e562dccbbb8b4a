namespace Framework.Functions;

/// <summary>A REST API keeps the endpoint's responses, where <see cref="DeploymentAttribute.CacheGB"/> gives it a cache. For open
/// endpoints of GET alone, whose values of path, query and headers are the key: a deployment refuses what could pass one caller's response
/// on to another.</summary>
/// <param name="seconds">How long a response is kept: 1 to 3,600 seconds.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html">API Gateway's
/// documentation</see>. API Gateway keeps responses of up to 1 MB, errors too.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApiCacheAttribute(int seconds) : Attribute
{
    /// <summary>How long a response is kept, in seconds.</summary>
    public int Seconds { get; } = seconds;
}
