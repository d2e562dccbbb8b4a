using Framework.Resources;

namespace Framework.Description;

/// <summary>What one endpoint is, for routing, deployment and OpenAPI.</summary>
/// <param name="Name">The class's name, which is also the function's handler.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with its parameters.</param>
public sealed record EndpointDescription(string Name, string Method, string Template)
{
    /// <summary>The class; null where no class is behind the endpoint.</summary>
    public Type? Type { get; init; }

    /// <summary>An endpoint of a WebSocket API, which has neither a method nor a path.</summary>
    /// <param name="name">The class's name, which is also the function's handler.</param>
    /// <param name="routeKeys">The keys of its routes, one or more.</param>
    public EndpointDescription(string name, IReadOnlyList<string> routeKeys) : this(name, "", "") => RouteKeys = routeKeys;

    /// <summary>The keys of the routes of a WebSocket API that the endpoint serves: <c>$connect</c>, <c>$disconnect</c>,
    /// <c>$default</c> or an action. Empty for an endpoint of HTTP.</summary>
    public IReadOnlyList<string> RouteKeys { get; init; } = [];

    /// <summary>The other methods and paths that the endpoint serves.</summary>
    public IReadOnlyList<RouteDescription> OtherRoutes { get; init; } = [];

    /// <summary>All methods and paths that the endpoint serves, one or more; none for an endpoint of a WebSocket API.</summary>
    public IEnumerable<RouteDescription> Routes => RouteKeys.Count == 0 ? OtherRoutes.Prepend(new RouteDescription(Method, Template)) : [];

    /// <summary>The values that the handler asks for, without a JSON body; those of a form are among them.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>The type of the JSON body; null where the handler takes none.</summary>
    public Type? RequestType { get; init; }

    /// <summary>The media types of the body, where it is not JSON: <c>image/*</c> stands for all images, <c>*/*</c> for all
    /// types.</summary>
    public IReadOnlyList<string> RequestMediaTypes { get; init; } = [];

    /// <summary>The largest body that is read, in bytes; null for the service's limit.</summary>
    public int? MaxBodyBytes { get; init; }

    /// <summary>The type of the response's JSON value, or of each item of a stream; null where it has none.</summary>
    public Type? ResponseType { get; init; }

    /// <summary>How the response is streamed; null where it is one value.</summary>
    public StreamFormat? StreamFormat { get; init; }

    /// <summary>The status code of success.</summary>
    public int StatusCode { get; init; } = 200;

    /// <summary>The other responses, where the handler may return one of several.</summary>
    public IReadOnlyList<ResponseDescription> OtherResponses { get; init; } = [];

    /// <summary>The header <c>Cache-Control</c> of successful responses; null for none.</summary>
    public string? CacheControl { get; init; }

    /// <summary>Who may call.</summary>
    public AccessPolicy Access { get; init; } = AccessPolicy.Authenticated;

    /// <summary>The origins that the endpoint has of its own; null for the service's.</summary>
    public IReadOnlyList<string>? CorsOrigins { get; init; }

    /// <summary>Whether those origins may send credentials.</summary>
    public bool CorsCredentials { get; init; }

    /// <summary>The services that the constructors of the endpoint, its rules, its policies and its filters ask for, and so the
    /// resources that the function may touch.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; init; } = [];

    /// <summary>Where the calls of those services go.</summary>
    public Egress Egress { get; init; } = Egress.Anywhere;
}
