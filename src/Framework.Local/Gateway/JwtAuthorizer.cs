using Framework.Local.CommandLine;
using Framework.Local.Issuer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Gateway;

/// <summary>The JWT authorizer of an HTTP API, set to one issuer and one client.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">
/// API Gateway's documentation</see> for what is checked, and
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html">its
/// troubleshooting page</see> for the form of a refusal.</remarks>
internal sealed class JwtAuthorizer
{
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler _tokens = new();
    private readonly TokenValidationParameters _rules;

    /// <summary>Takes the tokens of the local issuer.</summary>
    public JwtAuthorizer(LocalIssuer issuer, TimeProvider clock)
        : this(new TokenIssuer(issuer.Address, LocalIssuer.ClientId), clock) => _rules.IssuerSigningKey = issuer.PublicKey;

    /// <summary>Takes the tokens of another issuer.</summary>
    public JwtAuthorizer(TokenIssuer issuer, BaseConfigurationManager keys, TimeProvider clock)
        : this(issuer, clock) => _rules.ConfigurationManager = keys;

    private JwtAuthorizer(TokenIssuer issuer, TimeProvider clock) => _rules = new TokenValidationParameters
    {
        ValidIssuer = issuer.Address,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireExpirationTime = true,
        AudienceValidator = (audiences, token, _) => IsForClient(audiences, (JsonWebToken)token, issuer.Audience),
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires, clock.GetUtcNow().UtcDateTime),
    };

    /// <summary>Checks the token of an <c>Authorization</c> header, with or without the word Bearer.</summary>
    /// <returns>The token; else the response of the gateway.</returns>
    public async Task<(VerifiedToken? Token, GatewayResponse? Refusal)> CheckAsync(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return (null, Refuse("Bearer"));
        var text = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : header;
        var result = await _tokens.ValidateTokenAsync(text.Trim(), _rules);
        return result.IsValid
            ? (new VerifiedToken((JsonWebToken)result.SecurityToken), null)
            : (null, Refuse($"Bearer scope=\"\" error=\"invalid_token\" error_description=\"{Reason(result.Exception)}\""));
    }

    private static GatewayResponse Refuse(string challenge) =>
        GatewayResponse.Message(401, "Unauthorized", KeyValuePair.Create("www-authenticate", challenge));

    // A Cognito access token names the client in client_id; where there is an audience, that one counts.
    private static bool IsForClient(IEnumerable<string> audiences, JsonWebToken token, string client)
    {
        var named = audiences.ToArray();
        return named.Length > 0
            ? named.Contains(client, StringComparer.Ordinal)
            : token.TryGetPayloadValue<string>("client_id", out var own) && own == client;
    }

    private static bool IsAlive(DateTime? notBefore, DateTime? expires, DateTime now) =>
        (notBefore is null || notBefore <= now) && expires > now;

    private static string Reason(Exception exception) => exception switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException =>
            "the token has expired",
        SecurityTokenInvalidAudienceException => "the token does not have a valid audience",
        SecurityTokenInvalidIssuerException => "the token does not have a valid issuer",
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException
            or SecurityTokenInvalidAlgorithmException => "the token's signature is invalid",
        _ => "the token is malformed",
    };
}
