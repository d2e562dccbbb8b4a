using Framework.Deployment.Model;
using Framework.Description;
using Framework.Hosting;

namespace Framework.Deployment.Reading;

/// <summary>Reads the CORS policy of the service for the API itself. Where an endpoint has origins of its own, an API, which has one policy
/// for all routes, cannot have it: then the functions answer.</summary>
internal static class CorsReader
{
    public static CorsModel? Read(Microservice service, IReadOnlyList<EndpointDescription> endpoints)
    {
        var policy = service.Cors;
        if (!policy.IsOpen || endpoints.Any(endpoint => endpoint.CorsOrigins is not null))
            return null;
        var read = endpoints.SelectMany(endpoint => endpoint.Parameters)
            .Where(parameter => parameter.Source == ParameterSource.Header).Select(parameter => parameter.Name);
        return new CorsModel(
            [.. policy.Origins],
            [.. endpoints.SelectMany(endpoint => endpoint.Routes).Select(route => route.Method).Append("OPTIONS").Distinct().Order(StringComparer.Ordinal)],
            [.. policy.Headers.Union(read, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)],
            [.. policy.Exposed],
            (int)policy.Age.TotalSeconds,
            policy.AllowsCredentials);
    }
}
