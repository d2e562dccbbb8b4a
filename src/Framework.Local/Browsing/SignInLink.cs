using Framework.Local.Issuer;
using Framework.LocalDynamoDB.Loopback;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Framework.Local.Browsing;

/// <summary>The address of the sign-in page, as a client opens it. After the sign-in the browser comes back to <c>/_local</c>.</summary>
internal static class SignInLink
{
    // The challenge of RFC 7636, appendix B. A developer who tries the code by hand finds the verifier there.
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public static string Of(HttpRequest request) => QueryHelpers.AddQueryString(
        "/_local/oauth2/authorize",
        new Dictionary<string, string?>
        {
            ["client_id"] = LocalIssuer.ClientId,
            ["redirect_uri"] = $"{SameOrigin.Of(request)}/_local",
            ["response_type"] = "code",
            ["scope"] = KnownScopes.Default,
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        });
}
