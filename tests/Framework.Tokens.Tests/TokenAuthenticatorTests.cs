using System.Text;
using System.Text.Json;
using Framework.Dispatch;
using Framework.Http;
using Framework.Identity;
using Framework.Problems;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Tokens.Tests;

public sealed class TokenAuthenticatorTests : IAsyncLifetime
{
    private const int Skew = 30;

    private TestIssuer _issuer = null!;
    private TokenAuthenticator _authenticator = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _authenticator = New(_ => { });
    }

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Fact]
    public async Task A_valid_token_names_the_caller_with_its_claims()
    {
        var caller = await CallerAsync(_issuer.Token());

        Assert.Equal(("user-1", AuthenticationType.Token), (caller.Id, caller.AuthenticationType));
        Assert.Equal(["admins", "with space"], caller.Groups);
        Assert.Equal("client-1", caller.Claim("client_id"));
    }

    [Fact]
    public async Task A_token_with_ES256_is_valid_too() =>
        Assert.True((await CallerAsync(_issuer.Token(algorithm: "ES256", keyId: "key-1-ec"))).IsAuthenticated);

    [Theory]
    [InlineData("bearer {0}", true)]
    [InlineData("Bearer  {0} ", true)]
    [InlineData("{0}", false)]
    [InlineData("Basic {0}", false)]
    [InlineData("Bearer {0},Bearer {0}", false)]
    [InlineData("Bearer", false)]
    [InlineData("Bearer ", false)]
    [InlineData("Bearer a.b", false)]
    [InlineData("Bearer a.b.c", false)]
    [InlineData("Bearer \u00e4.\u00f6.\u00fc", false)]
    public async Task The_header_is_the_scheme_Bearer_and_one_token(string header, bool isValid)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, header, _issuer.Token());

        Assert.Equal(isValid, (await AuthenticateAsync(_authenticator, text)).IsAuthenticated);
    }

    [Theory]
    [InlineData("client-1", null, true)]
    [InlineData(null, "client-1", true)]
    [InlineData("client-1", "client-2", false)]
    [InlineData("client-2", "client-1", true)]
    [InlineData("client-2", null, false)]
    [InlineData(null, null, false)]
    [InlineData("CLIENT-1", null, false)]
    public async Task The_audience_counts_and_without_one_the_client(string? client, string? audience, bool isValid) =>
        Assert.Equal(isValid, (await CallerAsync(_issuer.Token(new() { ["client_id"] = client, ["aud"] = audience }))).IsAuthenticated);

    [Fact]
    public async Task One_of_several_audiences_is_enough() =>
        Assert.True((await CallerAsync(_issuer.Token(new() { ["aud"] = new[] { "other", "client-1" } }))).IsAuthenticated);

    [Theory]
    [InlineData("access", false, true)]
    [InlineData("id", false, false)]
    [InlineData("id", true, true)]
    [InlineData("refresh", true, false)]
    [InlineData(null, false, true)]
    public async Task An_id_token_is_accepted_only_where_the_service_says_so(string? use, bool acceptsIdTokens, bool isValid)
    {
        var authenticator = New(options => options.AcceptsIdTokens = acceptsIdTokens);

        var caller = await AuthenticateAsync(authenticator, $"Bearer {_issuer.Token(new() { ["token_use"] = use })}");

        Assert.Equal(isValid, caller.IsAuthenticated);
    }

    [Theory]
    [InlineData(-Skew + 1, true)]
    [InlineData(-Skew, false)]
    [InlineData(-3600, false)]
    public async Task A_token_ends_with_its_time_and_the_skew(int seconds, bool isValid) =>
        Assert.Equal(isValid, (await CallerAsync(_issuer.Token(new() { ["exp"] = Unix(seconds) }))).IsAuthenticated);

    [Theory]
    [InlineData(Skew, true)]
    [InlineData(Skew + 1, false)]
    public async Task A_token_begins_with_its_time_and_the_skew(int seconds, bool isValid) =>
        Assert.Equal(isValid, (await CallerAsync(_issuer.Token(new() { ["nbf"] = Unix(seconds) }))).IsAuthenticated);

    [Fact]
    public async Task A_token_without_an_end_is_refused() =>
        Assert.False((await CallerAsync(_issuer.Token(new() { ["exp"] = null }))).IsAuthenticated);

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_token_of_another_issuer_is_refused(string? issuer) =>
        Assert.False((await CallerAsync(_issuer.Token(new() { ["iss"] = issuer }))).IsAuthenticated);

    [Fact]
    public async Task A_token_that_names_nobody_is_refused() =>
        Assert.False((await CallerAsync(_issuer.Token(new() { ["sub"] = null }))).IsAuthenticated);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("PS256")]
    [InlineData("RS512")]
    public async Task Only_RS256_and_ES256_sign(string algorithm) =>
        Assert.False((await CallerAsync(_issuer.Token(algorithm: algorithm))).IsAuthenticated);

    [Fact]
    public async Task A_public_key_is_not_a_secret()
    {
        var publicKey = _issuer.Rsa.ExportSubjectPublicKeyInfo();

        Assert.False((await CallerAsync(_issuer.Token(algorithm: "HS256", secret: publicKey))).IsAuthenticated);
        Assert.False((await CallerAsync(_issuer.Token(algorithm: "HS256", secret: Encoding.UTF8.GetBytes(_issuer.Rsa.ExportRSAPublicKeyPem())))).IsAuthenticated);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_changed_part_breaks_the_signature(int part)
    {
        var parts = _issuer.Token().Split('.');
        parts[part] = part == 1
            ? Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("user-1", "user-2", StringComparison.Ordinal))
            : parts[part][..^2] + (parts[part][^2] == 'A' ? 'B' : 'A') + parts[part][^1];

        Assert.False((await CallerAsync(string.Join('.', parts))).IsAuthenticated);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", ",\"sub\":\"admin\"", false)]
    [InlineData("", ",\"a\":{\"b\":1,\"b\":2}", false)]
    [InlineData(",\"kid\":\"key-1\"", "", false)]
    public async Task A_name_that_stands_twice_in_header_or_claims_names_nobody(string header, string claims, bool isValid)
    {
        var parts = _issuer.Token().Split('.');

        var token = _issuer.Signed(
            Base64UrlEncoder.Decode(parts[0]).TrimEnd('}') + header + "}", Base64UrlEncoder.Decode(parts[1]).TrimEnd('}') + claims + "}");

        Assert.Equal(isValid, (await CallerAsync(token)).IsAuthenticated);
    }

    [Fact]
    public async Task A_new_key_is_found_and_unknown_keys_are_looked_for_once_in_five_minutes()
    {
        Assert.True((await CallerAsync(_issuer.Token())).IsAuthenticated);
        Assert.Equal(1, _issuer.Reads);
        _issuer.KeyId = "key-2";

        // The handler may read the new keys beside the request that finds them missing.
        await Waits.UntilAsync(async () => (await CallerAsync(_issuer.Token())).IsAuthenticated);
        var reads = _issuer.Reads;
        for (var index = 0; index < 20; index++)
            Assert.False((await CallerAsync(_issuer.Token(keyId: $"unknown-{index}"))).IsAuthenticated);

        Assert.Equal(2, reads);
        Assert.Equal(reads, _issuer.Reads);
    }

    [Fact]
    public async Task Keys_are_kept()
    {
        for (var index = 0; index < 5; index++)
            Assert.True((await CallerAsync(_issuer.Token())).IsAuthenticated);

        Assert.Equal(1, _issuer.Reads);
    }

    [Fact]
    public async Task Where_the_keys_cannot_be_read_the_request_may_be_tried_again()
    {
        var token = _issuer.Token();
        await _issuer.DisposeAsync();

        var problem = (await Assert.ThrowsAsync<ProblemException>(() => CallerAsync(token))).Problem;

        Assert.Equal(503, problem.Status);
    }

    [Fact]
    public async Task A_token_of_more_than_16_KB_is_refused() =>
        Assert.False((await CallerAsync(_issuer.Token(new() { ["x"] = new string('x', 16 * 1024) }))).IsAuthenticated);

    [Theory]
    [InlineData(null, "client-1", 0)]
    [InlineData("http://issuer.example.com", "client-1", 0)]
    [InlineData("issuer", "client-1", 0)]
    [InlineData("https://issuer.example.com", null, 0)]
    [InlineData("https://issuer.example.com", "client-1", -1)]
    [InlineData("https://issuer.example.com", "client-1", 301)]
    public void A_setting_that_accepts_too_much_is_refused(string? issuer, string? audience, int skew)
    {
        var options = new TokenOptions { Issuer = issuer, ClockSkew = TimeSpan.FromSeconds(skew) };
        if (audience is not null)
            options.Audiences.Add(audience);

        Assert.Throws<InvalidOperationException>(() => new TokenAuthenticator(options, TimeProvider.System, NullLogger.Instance));
    }

    private static long Unix(int seconds) => Clock.Now.AddSeconds(seconds).ToUnixTimeSeconds();

    private Task<Caller> CallerAsync(string token) => AuthenticateAsync(_authenticator, $"Bearer {token}");

    private static async Task<Caller> AuthenticateAsync(TokenAuthenticator authenticator, string header)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = "2.0",
            rawPath = "/",
            headers = new { authorization = header },
            requestContext = new { http = new { method = "GET" } },
        });
        using var read = Dispatcher.CodecOf(EventShapes.Of(payload)).Decode(payload);
        Request request = read.Request;
        return await authenticator.AuthenticateAsync(request, TestContext.Current.CancellationToken);
    }

    private TokenAuthenticator New(Action<TokenOptions> change)
    {
        var options = new TokenOptions { Issuer = _issuer.Address };
        options.Audiences.Add("client-1");
        change(options);
        return new TokenAuthenticator(options, new Clock(), NullLogger.Instance);
    }
}
