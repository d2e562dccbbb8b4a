using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Issuer;

/// <summary>Gives tokens to development users. Their claims are those of a Cognito user pool.</summary>
/// <remarks>See Cognito's documentation of <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">
/// the access token</see> and <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">
/// the id token</see>.</remarks>
internal sealed class LocalIssuer(string address, RsaSecurityKey key, TimeProvider clock)
{
    /// <summary>The one client that tokens are for.</summary>
    public const string ClientId = "local";

    /// <summary>How long a token is valid: Cognito's default.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials _credentials = new(key, SecurityAlgorithms.RsaSha256);

    /// <summary>The issuer's address, <c>http://localhost:5080/_local</c>.</summary>
    public string Address { get; } = address;

    /// <summary>The public key that checks the signatures.</summary>
    public RsaSecurityKey PublicKey { get; } = new(key.Rsa.ExportParameters(includePrivateParameters: false))
    {
        KeyId = key.KeyId,
    };

    /// <summary>Gives a user an access token and an id token.</summary>
    /// <param name="user">The user.</param>
    /// <param name="scope">The scopes of the access token.</param>
    /// <param name="nonce">The nonce that the client expects in the id token; null for none.</param>
    public TokenPair Give(DevelopmentUser user, string scope, string? nonce = null)
    {
        var now = clock.GetUtcNow();
        var access = Claims(user, "access", now);
        access["client_id"] = ClientId;
        access["scope"] = scope;
        access["username"] = user.Name;
        access["version"] = 2;
        var id = Claims(user, "id", now);
        id["aud"] = ClientId;
        id["cognito:username"] = user.Name;
        if (nonce is not null)
            id["nonce"] = nonce;
        return new TokenPair(Sign(access), Sign(id), scope);
    }

    private Dictionary<string, object> Claims(DevelopmentUser user, string use, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = user.Id.ToString(),
            ["iss"] = Address,
            ["token_use"] = use,
            ["auth_time"] = now.ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
        };
        if (user.Groups.Count > 0)
            claims["cognito:groups"] = user.Groups.ToArray();
        foreach (var (name, value) in user.Claims)
            claims.Add(name, value);
        return claims;
    }

    private string Sign(Dictionary<string, object> claims) =>
        _handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = _credentials });
}
