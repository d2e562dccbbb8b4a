using System.Text.Json;
using Framework.Http;
using Framework.Identity;
using Microsoft.Extensions.Logging;

namespace Framework.Tokens;

/// <summary>Finds the caller whom an Application Load Balancer signed in: in the header <c>x-amzn-oidc-data</c>, which it signs with
/// ES256.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html#user-claims-encoding">
/// Elastic Load Balancing's documentation</see>. Its parts are padded base64url, which the libraries for JWT refuse, and the signature
/// is that of the padded text. So the text is taken apart here, and the cryptography is .NET's.</remarks>
/// <param name="loadBalancer">The load balancer's ARN. Any other load balancer's signature counts for nothing: anybody may have one.
/// </param>
/// <param name="keys">The public keys.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Takes why a header does not count.</param>
internal sealed class LoadBalancerSignIn(string loadBalancer, LoadBalancerKeys keys, TimeProvider clock, ILogger log) : IAuthenticator
{
    private const string Header = "x-amzn-oidc-data";

    // The load balancer's own limit is 11,000 bytes for the user's claims.
    private const int MaxToken = 16 * 1024;

    public async ValueTask<Caller> AuthenticateAsync(Request request, CancellationToken cancellation)
    {
        if (request.FrontDoor != FrontDoor.LoadBalancer || request.Headers[Header] is not { Length: <= MaxToken } token)
            return Caller.Anonymous;
        if (SignedText.Parse(token) is not { } signed || !UniqueNames.AreIn(signed.Header) || !UniqueNames.AreIn(signed.Payload)
            || Check(signed.Header) is not { } keyId)
            return Refuse("it is malformed, of another load balancer, or too old");
        if (await keys.FindAsync(keyId, cancellation) is not { } key)
            return Refuse("its key is unknown");
        return signed.IsSignedBy(key) ? Caller.FromClaims(signed.Payload) : Refuse("its signature is wrong");
    }

    // The id of the key; null where the signature cannot count.
    private string? Check(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            var root = json.RootElement;
            return root.GetProperty("alg").ValueEquals("ES256")
                && root.GetProperty("signer").ValueEquals(loadBalancer)
                && DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("exp").GetInt64()) > clock.GetUtcNow()
                ? root.GetProperty("kid").GetString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private Caller Refuse(string reason)
    {
        TokenLog.Refused(log, reason);
        return Caller.Anonymous;
    }
}
