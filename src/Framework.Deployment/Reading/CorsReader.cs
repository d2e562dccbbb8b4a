using Framework.Cors;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;

namespace Framework.Deployment.Reading;

/// <summary>Reads the CORS policy: of the service for an API that applies one policy to all routes, and of each endpoint for a REST API,
/// whose preflights differ by path.</summary>
internal static class CorsReader
{
    /// <summary>The policy of the API itself; null where the functions answer. Where an endpoint has origins of its own, an API, which
    /// has one policy for all routes, cannot have it: then the functions answer.</summary>
    public static CorsModel? Read(Microservice service, ApiType api)
    {
        var endpoints = service.Endpoints;
        if (api is not (ApiType.HttpApi or ApiType.FunctionUrl) || !service.Cors.IsOpen || endpoints.Any(endpoint => endpoint.CorsOrigins is not null))
            return null;
        return Model(service.Cors, endpoints, service.Cors.AllowsCredentials);
    }

    /// <summary>The policy of an endpoint; null where no page of another origin may read.</summary>
    public static CorsModel? Read(Microservice service, EndpointDescription endpoint)
    {
        var policy = endpoint.CorsOrigins is { } origins ? service.Cors.WithOrigins(origins, endpoint.CorsCredentials) : service.Cors;
        return policy.IsOpen ? Model(policy, [endpoint], policy.AllowsCredentials) : null;
    }

    private static CorsModel Model(CorsPolicy policy, IReadOnlyList<EndpointDescription> endpoints, bool allowsCredentials)
    {
        var read = endpoints.SelectMany(endpoint => endpoint.Parameters)
            .Where(parameter => parameter.Source == ParameterSource.Header).Select(parameter => parameter.Name);
        return new CorsModel(
            [.. policy.Origins],
            [.. endpoints.SelectMany(endpoint => endpoint.Routes).Select(route => route.Method).Append("OPTIONS").Distinct().Order(StringComparer.Ordinal)],
            [.. policy.Headers.Union(read, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)],
            [.. policy.Exposed],
            // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-cors.html: a day at most.
            (int)Math.Min(policy.Age.TotalSeconds, 86_400),
            allowsCredentials);
    }
}
