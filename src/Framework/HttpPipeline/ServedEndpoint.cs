using Framework.Cors;
using Framework.Description;
using Framework.Generated;
using Framework.Http;

namespace Framework.HttpPipeline;

/// <summary>An endpoint with what holds for it in this service.</summary>
internal sealed class ServedEndpoint(Endpoint endpoint, CorsPolicy servicePolicy)
{
    private readonly string? _cacheControl = endpoint.Description.CacheControl;

    public Endpoint Endpoint { get; } = endpoint;

    public EndpointDescription Description { get; } = endpoint.Description;

    /// <summary>How long its body may be; null for the service's limit.</summary>
    public int? MaxBodyBytes { get; } = endpoint.Description.MaxBodyBytes;

    public CorsPolicy Cors { get; } = endpoint.Description.CorsOrigins is { } origins
        ? servicePolicy.WithOrigins(origins, endpoint.Description.CorsCredentials)
        : servicePolicy;

    /// <summary>Says how long caches may keep a successful response, unless the handler has said so.</summary>
    public void ApplyCaching(Response response)
    {
        if (_cacheControl is not null && response.StatusCode is (>= 200 and < 300) or 304)
            response.Headers["cache-control"] ??= _cacheControl;
    }

    /// <summary>The headers that the endpoint reads, which a page must be let send.</summary>
    public IEnumerable<string> RequestHeaders => Description.Parameters
        .Where(parameter => parameter.Source == ParameterSource.Header)
        .Select(parameter => parameter.Name);
}
