using Framework.Description;
using Framework.Hosting;
using Framework.Http;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Gateway;

/// <summary>CORS of a gateway that has it configured, with the service's policy for all routes, where the service leaves it to the
/// gateway.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">API Gateway's
/// documentation</see> and <see href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors">Lambda's</see>.
/// </remarks>
internal static class GatewayCors
{
    private const string Methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    /// <summary>Whether the gateway answers CORS, and not the function.</summary>
    public static bool IsOwner(GatewayShape shape, Microservice service) => shape.HasCors && service.Cors.IsLeftToGateway;

    /// <summary>Whether the gateway answers a request itself: any OPTIONS.</summary>
    public static bool IsPreflight(GatewayShape shape, Microservice service, HttpRequest request) =>
        IsOwner(shape, service) && request.Method == Framework.Http.HttpMethods.Options;

    /// <summary>The response to a preflight; its origin's header is set as on any response.</summary>
    public static GatewayResponse Preflight(DeployedService deployment, HttpRequest request)
    {
        var headers = new ResponseHeaders();
        if (request.Headers.Origin.Count == 1)
            deployment.Service.Cors.ApplyPreflight(request.Headers.Origin.ToString(), Methods, Asked(deployment), headers);
        return new GatewayResponse(204, [.. headers.Where(header => !IsOfOrigin(header.Name)).Select(Pair)], [], default);
    }

    /// <summary>A response with the gateway's CORS headers.</summary>
    public static GatewayResponse Apply(GatewayShape shape, Microservice service, HttpRequest request, GatewayResponse response)
    {
        var headers = new ResponseHeaders();
        service.Cors.Apply(request.Headers.Origin.Count == 1 ? request.Headers.Origin.ToString() : null, headers);
        if (request.Method == Framework.Http.HttpMethods.Options)
            headers["access-control-expose-headers"] = null;
        var kept = response.Headers.Where(header => !shape.DropsCorsHeaders || request.Method == Framework.Http.HttpMethods.Options || !IsCors(header.Key));
        return response with { Headers = [.. kept, .. headers.Select(Pair)] };
    }

    private static IEnumerable<string> Asked(DeployedService deployment) => deployment.Running.Endpoints
        .SelectMany(endpoint => endpoint.Parameters)
        .Where(parameter => parameter.Source == ParameterSource.Header)
        .Select(parameter => parameter.Name);

    private static bool IsCors(string name) => name.StartsWith("access-control-", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfOrigin(string name) => name is "access-control-allow-origin" or "access-control-allow-credentials" or "access-control-expose-headers";

    private static KeyValuePair<string, string> Pair(ResponseHeader header) => KeyValuePair.Create(header.Name, header.Value);
}
