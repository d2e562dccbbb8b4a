using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Tests.Issuer;

public sealed class SignInTests
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    [Fact]
    public async Task A_page_signs_in_with_a_code_and_PKCE_and_calls_the_API()
    {
        await using var cloud = await TestCloud.StartAsync();

        var page = await cloud.Client.GetAsync(Ask(cloud));
        var back = await SubmitAsync(cloud, Request(cloud, ("username", "alice"), ("groups", "admins")));
        var response = QueryHelpers.ParseQuery(back.Headers.Location!.Query);
        var tokens = await ExchangeAsync(cloud, response["code"]!);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Equal("a&b <state>", response["state"]);
        Assert.Equal("Bearer", (string)tokens["token_type"]!);
        Assert.Equal(3600, (int)tokens["expires_in"]!);
        var id = new JsonWebToken((string)tokens["id_token"]!);
        Assert.Equal(["local"], id.Audiences);
        Assert.Equal("n1", id.GetPayloadValue<string>("nonce"));
        cloud.Client.DefaultRequestHeaders.Add("Authorization", $"Bearer {tokens["access_token"]}");
        Assert.Equal(id.Subject, await cloud.Client.GetStringAsync("/admins"));
    }

    [Fact]
    public async Task The_tokens_are_signed_with_the_key_that_discovery_leads_to()
    {
        await using var cloud = await TestCloud.StartAsync();
        var tokens = await cloud.TokensAsync();

        var discovery = await cloud.Client.GetFromJsonAsync<JsonObject>("/_local/.well-known/openid-configuration");
        var keys = new JsonWebKeySet(await cloud.Client.GetStringAsync((string)discovery!["jwks_uri"]!));

        foreach (var (name, audience) in new[] { ("access_token", null), ("id_token", "local") })
        {
            var result = await new JsonWebTokenHandler().ValidateTokenAsync((string)tokens[name]!, new TokenValidationParameters
            {
                ValidIssuer = (string)discovery["issuer"]!,
                ValidateAudience = audience is not null,
                ValidAudience = audience,
                IssuerSigningKeys = keys.GetSigningKeys(),
                ValidAlgorithms = ["RS256"],
            });
            Assert.True(result.IsValid, result.Exception?.Message);
        }
        Assert.All(keys.Keys, key => Assert.Null(key.D));
    }

    [Fact]
    public async Task A_name_is_always_the_same_user()
    {
        await using var first = await TestCloud.StartAsync();
        await using var second = await TestCloud.StartAsync();

        var one = new JsonWebToken((string)(await first.TokensAsync("alice"))["access_token"]!);
        var two = new JsonWebToken((string)(await second.TokensAsync("alice"))["access_token"]!);
        var other = new JsonWebToken((string)(await second.TokensAsync("bob"))["access_token"]!);

        Assert.Equal(one.Subject, two.Subject);
        Assert.NotEqual(one.Subject, other.Subject);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var cloud = await TestCloud.StartAsync();
        var code = await CodeAsync(cloud);
        await ExchangeAsync(cloud, code);

        Assert.Equal("invalid_grant", await RefusedAsync(cloud, Exchange(cloud, code)));
    }

    [Theory]
    [InlineData("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX", "invalid_grant")]
    [InlineData("code_verifier", "", "invalid_grant")]
    [InlineData("redirect_uri", "http://localhost/other", "invalid_grant")]
    [InlineData("client_id", "another", "invalid_grant")]
    [InlineData("code", "guessed", "invalid_grant")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task A_wrong_exchange_is_an_OAuth_error(string field, string value, string error)
    {
        await using var cloud = await TestCloud.StartAsync();
        var form = Exchange(cloud, await CodeAsync(cloud));
        form[field] = value;

        Assert.Equal(error, await RefusedAsync(cloud, form));
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/")]
    [InlineData("redirect_uri", "http://localhost.evil.example/")]
    [InlineData("redirect_uri", "//evil.example")]
    [InlineData("redirect_uri", "/relative")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("redirect_uri", "")]
    [InlineData("client_id", "another")]
    public async Task An_error_is_shown_here_where_the_client_must_not_get_it(string field, string value)
    {
        await using var cloud = await TestCloud.StartAsync();
        var form = Request(cloud, ("username", "alice"), (field, value));

        var asked = await cloud.Client.GetAsync(QueryHelpers.AddQueryString("/_local/oauth2/authorize", form));
        var submitted = await SubmitAsync(cloud, form);

        foreach (var response in new[] { asked, submitted })
        {
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Null(response.Headers.Location);
            Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]);
        }
    }

    [Fact]
    public async Task An_address_that_only_looks_like_this_origin_is_refused()
    {
        await using var cloud = await TestCloud.StartAsync();
        foreach (var address in new[]
        {
            $"http://localhost:{cloud.Address.Port}@evil.example/", $"http://alice@localhost:{cloud.Address.Port}/",
            $"http://alice:secret@localhost:{cloud.Address.Port}/", $"http://:secret@localhost:{cloud.Address.Port}/",
            $"https://localhost:{cloud.Address.Port}/",
            $"http://localhost:{cloud.Address.Port + 1}/", $"{cloud.Address}#fragment",
        })
        {
            var response = await SubmitAsync(cloud, Request(cloud, ("username", "alice"), ("redirect_uri", address)));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge", "", "invalid_request")]
    [InlineData("scope", "email", "invalid_scope")]
    public async Task Other_mistakes_are_reported_to_the_page(string field, string value, string error)
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync(Ask(cloud, (field, value)));

        var query = QueryHelpers.ParseQuery(response.Headers.Location!.Query);
        Assert.Equal(error, query["error"]);
        Assert.Equal("a&b <state>", query["state"]);
    }

    [Fact]
    public async Task The_page_encodes_what_it_was_given_and_runs_no_script()
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync(Ask(cloud, ("state", "\"><script>alert(1)</script>")));

        Assert.DoesNotContain("<script>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("content-security-policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_name_that_is_none_is_asked_again(string name)
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await SubmitAsync(cloud, Request(cloud, ("username", name)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_returns_to_this_origin_only()
    {
        await using var cloud = await TestCloud.StartAsync();

        var own = await cloud.Client.GetAsync($"/_local/logout?logout_uri={cloud.Address}");
        var other = await cloud.Client.GetAsync("/_local/logout?logout_uri=https://evil.example/");

        Assert.Equal(cloud.Address, own.Headers.Location);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    internal static Dictionary<string, string?> Request(TestCloud cloud, params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string?>
        {
            ["client_id"] = "local",
            ["redirect_uri"] = cloud.Address.AbsoluteUri,
            ["response_type"] = "code",
            ["scope"] = "openid",
            ["state"] = "a&b <state>",
            ["nonce"] = "n1",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            values[name] = value;
        return values;
    }

    internal static string Ask(TestCloud cloud, params (string Name, string Value)[] changes) =>
        QueryHelpers.AddQueryString("/_local/oauth2/authorize", Request(cloud, changes));

    internal static Task<HttpResponseMessage> SubmitAsync(TestCloud cloud, Dictionary<string, string?> form) =>
        cloud.Client.PostAsync("/_local/oauth2/authorize", new FormUrlEncodedContent(form));

    /// <summary>The tokens of a user who fills in the page's form.</summary>
    internal static async Task<JsonObject> SignInAsync(TestCloud cloud, params (string Name, string Value)[] fields) =>
        await ExchangeAsync(cloud, await CodeAsync(cloud, fields));

    private static Task<string> CodeAsync(TestCloud cloud) => CodeAsync(cloud, ("username", "alice"));

    private static async Task<string> CodeAsync(TestCloud cloud, params (string Name, string Value)[] fields)
    {
        var back = await SubmitAsync(cloud, Request(cloud, fields));
        return QueryHelpers.ParseQuery(back.Headers.Location!.Query)["code"]!;
    }

    private static Dictionary<string, string?> Exchange(TestCloud cloud, string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = "local",
        ["redirect_uri"] = cloud.Address.AbsoluteUri,
        ["code"] = code,
        ["code_verifier"] = Verifier,
    };

    private static async Task<JsonObject> ExchangeAsync(TestCloud cloud, string code)
    {
        var response = await cloud.Client.PostAsync("/_local/oauth2/token", new FormUrlEncodedContent(Exchange(cloud, code)));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task<string> RefusedAsync(TestCloud cloud, Dictionary<string, string?> form)
    {
        var response = await cloud.Client.PostAsync("/_local/oauth2/token", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!;
    }
}
