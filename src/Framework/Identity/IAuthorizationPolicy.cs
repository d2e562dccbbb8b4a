namespace Framework.Identity;

/// <summary>Decides whether a caller may make a request. Its constructor asks for services as that of an endpoint does, and one is
/// made for each request.</summary>
public interface IAuthorizationPolicy
{
    /// <summary>Decides.</summary>
    /// <param name="context">The caller, who is signed in, and the request.</param>
    /// <param name="cancellation">Fires shortly before the Lambda deadline.</param>
    /// <returns>The decision. An exception allows nothing: it is handled as one of the endpoint is, which is a logged 500 where it
    /// is not mapped to a problem.</returns>
    ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context, CancellationToken cancellation);
}
