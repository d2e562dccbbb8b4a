using Framework.Description;
using Framework.Http;

namespace Framework.Identity;

/// <summary>What a policy sees.</summary>
/// <param name="endpoint">The endpoint that is called.</param>
/// <param name="request">The request.</param>
/// <param name="caller">Who calls.</param>
/// <param name="routeValues">The values of the route's parameters.</param>
public sealed class AuthorizationContext(
    EndpointDescription endpoint, Request request, Caller caller, IReadOnlyDictionary<string, string> routeValues)
{
    /// <summary>The endpoint that is called.</summary>
    public EndpointDescription Endpoint { get; } = endpoint;

    /// <summary>The request.</summary>
    public Request Request { get; } = request;

    /// <summary>Who calls. They are signed in, and have the groups and scopes that the endpoint requires.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The values of the route's parameters by their names, decoded, as the client sent them: the endpoint has not read
    /// them yet.</summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; } = routeValues;
}
