using Framework.Http;

namespace Framework.Identity;

/// <summary>Finds out who calls where the front door has no authorizer, as a function URL and a load balancer have none. Registered
/// among the services, it is asked for each request whose caller the gateway did not name; of several, the first that finds a caller
/// counts.</summary>
public interface IAuthenticator
{
    /// <summary>Finds the caller.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The caller; <see cref="Caller.Anonymous"/> where the request proves nobody.</returns>
    /// <exception cref="Problems.ProblemException">The proof cannot be checked now: the response, except of an open
    /// endpoint, which serves the caller as an anonymous one.</exception>
    ValueTask<Caller> AuthenticateAsync(Request request, CancellationToken cancellation);
}
