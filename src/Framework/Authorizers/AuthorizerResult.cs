namespace Framework.Authorizers;

/// <summary>What an authorizer says of a caller. API Gateway keeps it for all routes of the stage with the same identity sources (300
/// seconds by default), so it does not depend on the route that was called: what does belongs into the endpoints, as
/// <c>[RequireGroup]</c> and policies.</summary>
public sealed class AuthorizerResult
{
    private AuthorizerResult(
        AuthorizerDecision decision, string principalId, AuthorizerContext? context, IReadOnlyList<string>? routes, string? usageIdentifierKey)
    {
        Decision = decision;
        PrincipalId = principalId;
        Context = context ?? [];
        Routes = routes ?? [];
        UsageIdentifierKey = usageIdentifierKey;
    }

    /// <summary>Nobody is known by what the request brings: the client gets a 401. It is not cached.</summary>
    public static AuthorizerResult Unauthorized { get; } = new(AuthorizerDecision.Unauthorized, "", null, null, null);

    /// <summary>The decision.</summary>
    public AuthorizerDecision Decision { get; }

    /// <summary>Who calls; empty where nobody is known.</summary>
    public string PrincipalId { get; }

    /// <summary>What else is known of the caller.</summary>
    public AuthorizerContext Context { get; }

    /// <summary>The routes that it holds for; none for all of the stage.</summary>
    public IReadOnlyList<string> Routes { get; }

    /// <summary>The API key whose usage plan counts; null for none.</summary>
    public string? UsageIdentifierKey { get; }

    /// <summary>The caller may call, every route of the stage unless <paramref name="routes"/> says otherwise.</summary>
    /// <param name="principalId">Who calls: <c>Caller.Id</c> in the endpoints, unless the context has a <c>sub</c>.</param>
    /// <param name="context">What else is known of the caller: the claims of <c>Caller</c>.</param>
    /// <param name="routes">The routes alone that the caller may call, such as <c>GET/todos/*</c>, with the patterns of IAM; a
    /// WebSocket API's are its route keys. An HTTP API's simple response has no room for them. Each with its API and stage has at
    /// most 512 characters.</param>
    /// <param name="usageIdentifierKey">The API key whose usage plan counts, in a REST API whose keys come from the authorizer.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static AuthorizerResult Allow(
        string principalId, AuthorizerContext? context = null, IReadOnlyList<string>? routes = null, string? usageIdentifierKey = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(principalId);
        return new(AuthorizerDecision.Allow, principalId, context, routes, usageIdentifierKey);
    }

    /// <summary>The caller may call nothing of the stage: the client gets a 403.</summary>
    /// <param name="principalId">Who calls, for the gateway's logs.</param>
    /// <param name="context">What a REST API's own response may show of it.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static AuthorizerResult Deny(string principalId = "anonymous", AuthorizerContext? context = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(principalId);
        return new(AuthorizerDecision.Deny, principalId, context, null, null);
    }
}
