using Framework.Cors;
using Framework.Generated;
using Framework.Http;
using Framework.Json;
using Framework.Problems;
using Framework.Routing;

namespace Framework.HttpPipeline;

/// <summary>Passes requests to endpoints, and responds to those that no endpoint takes.</summary>
internal sealed class Router
{
    private readonly RouteTree<ServedEndpoint> _tree = new();
    private readonly CorsPolicy _policy;

    public Router(IEnumerable<Endpoint> endpoints, CorsPolicy policy)
    {
        _policy = policy;
        policy.Check();
        foreach (var endpoint in endpoints.Select(endpoint => new ServedEndpoint(endpoint, policy)))
        {
            endpoint.Cors.Check();
            foreach (var route in endpoint.Description.Routes)
                _tree.Add(route.Method, RouteTemplate.Parse(route.Template), endpoint);
        }
    }

    /// <summary>Finds a request's endpoint; a GET's endpoint also serves HEAD.</summary>
    public Route<ServedEndpoint>? Find(Request request) => Find(request.Method, request);

    /// <summary>Responds to a request that no endpoint takes: OPTIONS, 405 or 404.</summary>
    public Response Refuse(Request request, ResponseWriter writer)
    {
        var methods = _tree.MethodsOf(request.Path);
        if (methods.Count == 0)
            return writer.Problem(KnownProblems.NotFound);
        if (methods.Contains(HttpMethods.Get))
            methods.Add(HttpMethods.Head);
        methods.Add(HttpMethods.Options);
        var allow = string.Join(", ", methods);
        return request.Method == HttpMethods.Options
            ? RespondToOptions(request, allow)
            : writer.Problem(KnownProblems.MethodNotAllowed(allow));
    }

    /// <summary>Lets a page of another origin read the response, where the policy allows it.</summary>
    public void ApplyCors(Request request, ServedEndpoint? endpoint, Response response)
    {
        if (_policy.AnswersAt(request.FrontDoor) && !IsPreflight(request))
            (endpoint?.Cors ?? _policy).Apply(request.Headers["origin"], response.Headers);
    }

    private Response RespondToOptions(Request request, string allow)
    {
        var response = new Response(204);
        response.Headers["allow"] = allow;
        if (!IsPreflight(request) || !_policy.AnswersAt(request.FrontDoor))
            return response;
        var asked = Find(request.Headers["access-control-request-method"]!, request)?.Target;
        (asked?.Cors ?? _policy).ApplyPreflight(
            request.Headers["origin"]!, allow, asked?.RequestHeaders ?? [], response.Headers);
        return response;
    }

    private Route<ServedEndpoint>? Find(string method, Request request) =>
        _tree.Find(method, request.Path)
        ?? (method == HttpMethods.Head ? _tree.Find(HttpMethods.Get, request.Path) : null);

    private static bool IsPreflight(Request request) =>
        request.Method == HttpMethods.Options
        && request.Headers.Contains("origin")
        && request.Headers.Contains("access-control-request-method");
}
