using System.Security.Cryptography;
using System.Text.Json;
using Framework.Local.Gateway;
using Framework.Local.Issuer;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Tests.Gateway;

public sealed class AuthorizerTests : IDisposable
{
    private const string Address = "http://localhost:5080/_local";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;
    private readonly LocalIssuer _issuer;
    private readonly JwtAuthorizer _authorizer;

    public AuthorizerTests()
    {
        _key = new RsaSecurityKey(_rsa) { KeyId = "one" };
        _issuer = new LocalIssuer(Address, _key, _clock);
        _authorizer = new JwtAuthorizer(_issuer, _clock);
    }

    public void Dispose() => _rsa.Dispose();

    [Fact]
    public async Task Access_and_id_tokens_of_the_issuer_pass_with_and_without_the_word_Bearer()
    {
        var tokens = _issuer.Give(new DevelopmentUser("alice", []), "openid");

        foreach (var header in new[] { $"Bearer {tokens.Access}", $"bearer {tokens.Access}", tokens.Access, $"Bearer {tokens.Id}" })
        {
            var (token, refusal) = await _authorizer.CheckAsync(header);
            Assert.Null(refusal);
            Assert.Equal("alice", token!.Name);
        }
    }

    [Fact]
    public async Task A_token_passes_for_an_hour_and_not_a_second_longer()
    {
        var header = $"Bearer {_issuer.Give(new DevelopmentUser("alice", []), "openid").Access}";

        _clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.Null((await _authorizer.CheckAsync(header)).Refusal);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Bearer scope=\"\" error=\"invalid_token\" error_description=\"the token has expired\"", await RefusalAsync(header));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_token_the_gateway_asks_for_one(string? header) =>
        Assert.Equal("Bearer", await RefusalAsync(header));

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic YTpi")]
    public async Task What_is_no_token_is_refused(string header) =>
        Assert.Contains("error=\"invalid_token\"", await RefusalAsync(header), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        using var other = RSA.Create(2048);
        var token = Sign(new SigningCredentials(new RsaSecurityKey(other) { KeyId = "one" }, SecurityAlgorithms.RsaSha256));

        Assert.Contains("signature", await RefusalAsync($"Bearer {token}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_token_is_refused()
    {
        var parts = Sign(Own).Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("alice", "admin", StringComparison.Ordinal);

        var refusal = await RefusalAsync($"Bearer {parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");

        Assert.Contains("signature", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_without_a_signature_or_with_a_shared_secret_are_refused()
    {
        var secret = new SymmetricSecurityKey(_rsa.ExportSubjectPublicKeyInfo()) { KeyId = "one" };

        Assert.Contains("invalid_token", await RefusalAsync($"Bearer {Sign(null)}"), StringComparison.Ordinal);
        Assert.Contains(
            "invalid_token",
            await RefusalAsync($"Bearer {Sign(new SigningCredentials(secret, SecurityAlgorithms.HmacSha256))}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iss", "http://localhost:5080/elsewhere", "issuer")]
    [InlineData("client_id", "another", "audience")]
    [InlineData("aud", "another", "audience")]
    public async Task A_token_of_another_issuer_or_for_another_client_is_refused(string claim, string value, string reason) =>
        Assert.Contains(reason, await RefusalAsync($"Bearer {Sign(Own, (claim, value))}"), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task A_token_passes_from_the_second_that_it_names(int seconds) =>
        Assert.Null((await _authorizer.CheckAsync($"Bearer {SignFrom(seconds)}")).Refusal);

    [Fact]
    public async Task A_token_is_refused_a_second_before_it_begins() =>
        Assert.Contains("invalid_token", await RefusalAsync($"Bearer {SignFrom(1)}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_that_never_ends_is_refused() =>
        Assert.Contains("invalid_token", await RefusalAsync($"Bearer {Sign(Own, ("exp", null))}"), StringComparison.Ordinal);

    [Fact]
    public async Task Claims_of_every_type_are_written_as_text()
    {
        var header = Sign(
            Own, ("n", 12), ("yes", true), ("list", new[] { "a", "b c" }), ("numbers", new[] { 1, 2 }),
            ("object", JsonDocument.Parse("""{"a":{"b":[1]}}""").RootElement));

        var (token, _) = await _authorizer.CheckAsync(header);

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            token!.WriteClaims(json, joinsByComma: false);
        using var claims = JsonDocument.Parse(bytes.ToArray());
        Assert.Equal("12", claims.RootElement.GetProperty("n").GetString());
        Assert.Equal("true", claims.RootElement.GetProperty("yes").GetString());
        Assert.Equal("[a b c]", claims.RootElement.GetProperty("list").GetString());
        Assert.Equal("[1 2]", claims.RootElement.GetProperty("numbers").GetString());
        Assert.Equal("""{"a":{"b":[1]}}""", claims.RootElement.GetProperty("object").GetString());
    }

    private SigningCredentials Own => new(_key, SecurityAlgorithms.RsaSha256);

    private string SignFrom(int seconds) => Sign(Own, ("nbf", _clock.GetUtcNow().ToUnixTimeSeconds() + seconds));

    private string Sign(SigningCredentials? credentials, params (string Name, object? Value)[] changes)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Address,
            ["client_id"] = "local",
            ["sub"] = "1",
            ["username"] = "alice",
            ["iat"] = now,
            ["exp"] = now + 60,
        };
        foreach (var (name, value) in changes)
        {
            claims.Remove(name);
            if (value is not null)
                claims[name] = value;
        }
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = credentials });
    }

    private async Task<string> RefusalAsync(string? header)
    {
        var (token, refusal) = await _authorizer.CheckAsync(header);
        Assert.Null(token);
        Assert.Equal(401, refusal!.StatusCode);
        return refusal.Headers.Single(pair => pair.Key == "www-authenticate").Value;
    }
}
