using Framework.Http;
using Framework.Identity;
using Framework.Problems;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Tokens;

/// <summary>Finds the caller in the token of an <c>Authorization</c> header.</summary>
internal sealed class TokenAuthenticator : IAuthenticator
{
    internal static readonly Problem IssuerUnavailable = new(503, "issuer-unavailable", "Token issuer unavailable")
    {
        Detail = "The token cannot be checked now. Try again later.",
    };

    private const string Scheme = "Bearer ";

    // A token travels in a header, and front doors take about 10,000 bytes of those.
    private const int MaxToken = 16 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private readonly JsonWebTokenHandler _tokens = new() { MaximumTokenSizeInBytes = MaxToken };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _issuer;
    private readonly TokenValidationParameters _rules;
    private readonly TokenOptions _options;
    private readonly ILogger _log;

    public TokenAuthenticator(TokenOptions options, TimeProvider clock, ILogger log)
    {
        Check(options);
        _options = options;
        _log = log;
        var issuer = new Uri(options.Issuer!);
        var skew = options.ClockSkew;
        _issuer = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{options.Issuer!.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(new HttpClient { Timeout = Timeout }) { RequireHttps = !issuer.IsLoopback });
        _rules = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            ConfigurationManager = _issuer,
            TryAllIssuerSigningKeys = false,
            RequireExpirationTime = true,
            AudienceValidator = (audiences, token, _) => IsForService(audiences, (JsonWebToken)token),
            LifetimeValidator = (from, to, _, _) => IsInTime(from, to, clock.GetUtcNow().UtcDateTime, skew),
        };
    }

    public async ValueTask<Caller> AuthenticateAsync(Request request, CancellationToken cancellation)
    {
        if (request.Headers["authorization"] is not { } header || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Caller.Anonymous;
        var token = header[Scheme.Length..].Trim();
        // What is not a token asks for no keys.
        if (token.Length > MaxToken || !_tokens.CanReadToken(token))
            return Caller.Anonymous;
        await EnsureKeysAsync(cancellation);
        var result = await _tokens.ValidateTokenAsync(token, _rules);
        if (result.IsValid)
            return CallerOf((JsonWebToken)result.SecurityToken);
        TokenLog.Refused(_log, result.Exception.GetType().Name);
        return Caller.Anonymous;
    }

    // JsonWebTokenHandler reports "key not found" also when the keys could not be read.
    private async ValueTask EnsureKeysAsync(CancellationToken cancellation)
    {
        try
        {
            await _issuer.GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException exception)
        {
            throw new ProblemException(IssuerUnavailable, exception);
        }
    }

    private Caller CallerOf(JsonWebToken token)
    {
        var claims = Base64UrlEncoder.DecodeBytes(token.EncodedPayload);
        if (!UniqueNames.AreIn(claims) || !UniqueNames.AreIn(Base64UrlEncoder.DecodeBytes(token.EncodedHeader)))
        {
            TokenLog.Refused(_log, "a name is in it twice");
            return Caller.Anonymous;
        }
        return token.TryGetPayloadValue<string>("token_use", out var use) && use != "access" && !(use == "id" && _options.AcceptsIdTokens)
            ? Caller.Anonymous
            : Caller.FromClaims(claims);
    }

    // Where a token names an audience, that one counts.
    private bool IsForService(IEnumerable<string> audiences, JsonWebToken token)
    {
        var named = audiences.ToArray();
        return named.Length > 0
            ? named.Any(_options.Audiences.Contains)
            : token.TryGetPayloadValue<string>("client_id", out var client) && _options.Audiences.Contains(client);
    }

    private static bool IsInTime(DateTime? from, DateTime? to, DateTime now, TimeSpan skew) =>
        (from is null || from <= now + skew) && to > now - skew;

    private static void Check(TokenOptions options)
    {
        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || (issuer.Scheme != Uri.UriSchemeHttps && !issuer.IsLoopback))
            throw new InvalidOperationException(
                "AddTokenValidation needs the issuer of the tokens: set Issuer, or FRAMEWORK_TOKEN_ISSUER, to its https address.");
        if (options.Audiences.Count == 0)
            throw new InvalidOperationException(
                "AddTokenValidation needs an audience, or tokens that other services are called with pass: add to Audiences, or set FRAMEWORK_TOKEN_AUDIENCE, the client's id.");
        if (options.ClockSkew < TimeSpan.Zero || options.ClockSkew > TimeSpan.FromMinutes(5))
            throw new InvalidOperationException($"ClockSkew is {options.ClockSkew}: set 0 to 5 minutes.");
    }
}
