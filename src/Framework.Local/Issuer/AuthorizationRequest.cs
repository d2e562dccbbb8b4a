using System.Security.Cryptography;
using System.Text;
using Framework.LocalDynamoDB.Loopback;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Issuer;

/// <summary>What a client asks of the sign-in page (RFC 6749, section 4.1.1, and RFC 7636).</summary>
internal sealed record AuthorizationRequest(
    string ClientId,
    string RedirectUri,
    string ResponseType,
    string Scope,
    string? State,
    string? Nonce,
    string CodeChallenge,
    string CodeChallengeMethod)
{
    private const int ChallengeLength = 43;

    /// <summary>Reads a request from a query or a form.</summary>
    /// <param name="value">Gives a parameter's value, or null.</param>
    public static AuthorizationRequest Read(Func<string, string?> value) => new(
        value("client_id") ?? "",
        value("redirect_uri") ?? "",
        value("response_type") ?? "",
        value("scope") is { Length: > 0 } scope ? scope : KnownScopes.Default,
        value("state"),
        value("nonce"),
        value("code_challenge") ?? "",
        value("code_challenge_method") ?? "");

    /// <summary>The error that makes a redirect of the browser unsafe.</summary>
    public OAuthError? CheckClient(HttpRequest http)
    {
        if (ClientId != LocalIssuer.ClientId)
            return new OAuthError("unauthorized_client", $"client_id must be '{LocalIssuer.ClientId}'.");
        return SameOrigin.Owns(http, RedirectUri)
            ? null
            : OAuthError.InvalidRequest("redirect_uri must be an absolute address on this origin, without a fragment.");
    }

    /// <summary>What is wrong, where it is not valid; the client gets this text.</summary>
    public OAuthError? CheckRest(KnownScopes scopes)
    {
        if (ResponseType != "code")
            return new OAuthError("unsupported_response_type", "response_type must be 'code'.");
        if (CodeChallengeMethod != "S256" || CodeChallenge.Length != ChallengeLength)
        {
            return OAuthError.InvalidRequest(
                "PKCE is required: code_challenge_method must be 'S256' and code_challenge the SHA-256 of the verifier, "
                + "43 characters in base64url.");
        }
        return Scope.Split(' ').Contains(KnownScopes.Default)
            ? scopes.Check(Scope)
            : OAuthError.InvalidScope("scope must hold 'openid'.");
    }

    /// <summary>Whether the challenge was made from this verifier.</summary>
    public bool IsProvenBy(string verifier) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)))),
        Encoding.UTF8.GetBytes(CodeChallenge));

    /// <summary>The parameters, which the page's form sends again.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters =>
    [
        new("client_id", ClientId),
        new("redirect_uri", RedirectUri),
        new("response_type", ResponseType),
        new("scope", Scope),
        .. State is null ? [] : new[] { KeyValuePair.Create("state", State) },
        .. Nonce is null ? [] : new[] { KeyValuePair.Create("nonce", Nonce) },
        new("code_challenge", CodeChallenge),
        new("code_challenge_method", CodeChallengeMethod),
    ];
}
