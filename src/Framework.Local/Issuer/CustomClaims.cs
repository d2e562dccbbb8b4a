using System.Collections.Frozen;
using System.Text.Json;

namespace Framework.Local.Issuer;

/// <summary>Claims that a token has beyond the issuer's own, as Cognito's pre token generation trigger adds them.</summary>
internal static class CustomClaims
{
    // A token must fit into the 10,240 bytes of a request's headers.
    private const int MaxLength = 4096;

    // The claims that the issuer sets; the trigger cannot change them either, see
    // https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
    private static readonly FrozenSet<string> OfIssuer = FrozenSet.Create(
        StringComparer.Ordinal,
        "aud", "auth_time", "client_id", "cognito:groups", "cognito:username", "exp", "iat", "iss", "jti", "nbf", "nonce", "scope",
        "sub", "token_use", "username", "version");

    /// <summary>None.</summary>
    public static IReadOnlyDictionary<string, JsonElement> None { get; } = FrozenDictionary<string, JsonElement>.Empty;

    /// <summary>Reads claims.</summary>
    /// <param name="json">A JSON object; null or empty for none.</param>
    /// <returns>The claims, or why they are refused.</returns>
    public static (IReadOnlyDictionary<string, JsonElement> Claims, OAuthError? Error) Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return (None, null);
        if (json.Length > MaxLength)
            return Refuse($"claims may hold {MaxLength} characters, so that a token fits into a request's headers.");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var claims = document.RootElement.EnumerateObject().ToDictionary(claim => claim.Name, claim => claim.Value.Clone());
            return claims.Keys.FirstOrDefault(OfIssuer.Contains) is { } own
                ? Refuse($"claims cannot set {own}, which the issuer sets; groups and scopes have fields of their own.")
                : (claims, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Refuse("""claims must be a JSON object, such as {"custom:tenant":"acme"}.""");
        }
    }

    private static (IReadOnlyDictionary<string, JsonElement>, OAuthError?) Refuse(string description) =>
        (None, OAuthError.InvalidRequest(description));
}
