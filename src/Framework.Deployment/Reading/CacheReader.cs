using System.Reflection;
using Framework.Cors;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Filters;
using Framework.Functions;
using Framework.Http;
using Framework.Identity;

namespace Framework.Deployment.Reading;

/// <summary>Reads <see cref="ApiCacheAttribute"/>, and finds the key that tells one response from another. Where what the response depends
/// on is not known, or is who calls, it refuses.</summary>
internal static class CacheReader
{
    /// <summary>How the API keeps an endpoint's responses; null where it does not.</summary>
    /// <exception cref="DeploymentException">The responses cannot be kept safely, or the API has no cache.</exception>
    public static CacheModel? Read(EndpointDescription endpoint, CorsPolicy cors, DeploymentAttribute settings, Assembly assembly)
    {
        if (endpoint.Type?.GetCustomAttribute<ApiCacheAttribute>() is not { } cache)
            return null;
        if (settings.Api != ApiType.RestApi)
            throw Refused(endpoint, "only a REST API has a cache", "set Api = ApiType.RestApi and CacheGB, or leave [ApiCache] out");
        if (settings.CacheGB == 0)
            throw Refused(endpoint, "the API has no cache", "set CacheGB of [assembly: Deployment(...)], such as 0.5");
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
        if (cache.Seconds is < 1 or > 3600)
            throw Refused(endpoint, $"API Gateway keeps responses for 1 to 3,600 seconds, not {cache.Seconds}", "change it");
        if (Unsafe(endpoint, assembly) is { } reason)
            throw Refused(endpoint, reason, "leave [ApiCache] out; [CacheControl] still lets a browser keep the response");
        return new CacheModel(cache.Seconds, Keys(endpoint, cors));
    }

    private static DeploymentException Refused(EndpointDescription endpoint, string reason, string fix) =>
        new($"{endpoint.Name} has [ApiCache], but {reason}: {fix}.");

    private static string? Unsafe(EndpointDescription endpoint, Assembly assembly)
    {
        if (endpoint.Routes.Any(route => route.Method != HttpMethods.Get))
            return "it serves another method than GET";
        if (!endpoint.Access.AllowAnonymous)
            return "it needs a caller, whose response no other caller may get";
        if (endpoint.StreamFormat is not null || endpoint.OtherResponses.Any(response => response.StreamFormat is not null))
            return "it streams its response, which a cache cannot keep";
        if (endpoint.Parameters.FirstOrDefault(parameter => parameter.Source == ParameterSource.Cookie) is { } cookie)
            return $"it reads the cookie {cookie.Name}";
        if (endpoint.Parameters.FirstOrDefault(parameter => parameter.Source == ParameterSource.Query && IsList(parameter.Type)) is { } list)
            return $"it reads all values of {list.Name}, of which the key would hold one";
        var type = endpoint.Type!;
        var handler = type.GetMethod("HandleAsync");
        if (handler?.GetParameters().FirstOrDefault(parameter => parameter.ParameterType == typeof(Request) || parameter.ParameterType == typeof(Caller)) is { } whole)
            return $"its HandleAsync takes {whole.ParameterType.Name}, of which the key cannot hold all";
        return HasFilter(type) || HasFilter(assembly) ? "a filter runs around it, which sees the whole request" : null;
    }

    private static bool HasFilter(ICustomAttributeProvider place) => place.GetCustomAttributes(inherit: true)
        .Any(attribute => attribute.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(FilterAttribute<>));

    private static bool IsList(Type type) => type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);

    // A header's name has no case, and API Gateway's key does: so each header is there as browsers and as other clients write it. A page's
    // origin is in the response's headers, and a 304 is for those who have the response.
    private static List<string> Keys(EndpointDescription endpoint, CorsPolicy cors)
    {
        var headers = endpoint.Parameters.Where(parameter => parameter.Source == ParameterSource.Header).Select(parameter => parameter.Name).Append("if-none-match");
        if (cors.IsOpen || endpoint.CorsOrigins is not null)
            headers = headers.Append("origin");
        return
        [
            .. endpoint.Parameters.Where(parameter => parameter.Source == ParameterSource.Route).Select(parameter => $"path.{parameter.Name}"),
            .. endpoint.Parameters.Where(parameter => parameter.Source == ParameterSource.Query).Select(parameter => $"querystring.{parameter.Name}"),
            .. headers.SelectMany(name => new[] { Lower(name), Capital(name) }).Distinct().Order(StringComparer.Ordinal).Select(name => $"header.{name}"),
        ];
    }

    private static string Lower(string name) => string.Concat(name.Select(char.ToLowerInvariant));

    private static string Capital(string name) => string.Join('-', name.Split('-').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + Lower(word[1..])));
}
