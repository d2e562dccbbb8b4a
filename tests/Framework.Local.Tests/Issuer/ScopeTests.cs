using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Framework.Description;
using Framework.Local.Output;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Framework.Local.Tests.Issuer;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("notes/write", HttpStatusCode.OK)]
    [InlineData("openid notes/write", HttpStatusCode.OK)]
    [InlineData("openid", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task A_scope_that_was_asked_for_opens_the_endpoint_that_requires_it(string scope, HttpStatusCode expected)
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync(new() { ["username"] = "ann", ["scope"] = scope });

        Assert.Equal(expected, (await cloud.Client.GetAsync("/scoped")).StatusCode);
    }

    [Fact]
    public async Task The_access_token_has_its_scopes_as_one_text()
    {
        await using var cloud = await TestCloud.StartAsync();

        var tokens = await cloud.TokensAsync(new() { ["username"] = "ann", ["scope"] = "openid  notes/write openid" });

        Assert.Equal("openid notes/write", (string?)tokens["scope"]);
        Assert.Equal("openid notes/write", Token(tokens, "access_token").GetPayloadValue<string>("scope"));
        Assert.False(Token(tokens, "id_token").TryGetPayloadValue<string>("scope", out _));
    }

    [Fact]
    public async Task A_scope_that_nothing_requires_is_refused_with_those_that_are_known()
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.PostAsync(
            "/_local/token", new FormUrlEncodedContent([new("username", "ann"), new("scope", "notes/wirte")]));
        var asked = await cloud.Client.GetAsync(SignInTests.Ask(cloud, ("scope", "openid notes/wirte")));
        var known = await cloud.Client.GetFromJsonAsync<JsonObject>("/_local/.well-known/openid-configuration");

        var error = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_scope", (string?)error!["error"]);
        Assert.Contains("notes/write", (string?)error["error_description"], StringComparison.Ordinal);
        Assert.DoesNotContain("wirte", (string?)error["error_description"], StringComparison.Ordinal);
        Assert.Equal("invalid_scope", QueryHelpers.ParseQuery(asked.Headers.Location!.Query)["error"]);
        Assert.Contains("notes/write", known!["scopes_supported"]!.AsArray().Select(scope => (string?)scope));
    }

    [Fact]
    public async Task Claims_of_any_kind_reach_the_service_as_the_gateway_writes_them()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync(new()
        {
            ["username"] = "ann",
            ["claims"] = """{"custom:tenant":"acme","level":3,"beta":true,"roles":["a","b"],"address":{"city":"Rome"}}""",
        });

        var claims = (await cloud.Client.GetFromJsonAsync<JsonObject>("/events"))!["requestContext"]!["authorizer"]!["jwt"]!["claims"]!;

        Assert.Equal("acme", (string?)claims["custom:tenant"]);
        Assert.Equal("3", (string?)claims["level"]);
        Assert.Equal("true", (string?)claims["beta"]);
        Assert.Equal("[a b]", (string?)claims["roles"]);
        Assert.Equal("""{"city":"Rome"}""", (string?)claims["address"]);
    }

    [Theory]
    [InlineData("[1]", "must be a JSON object")]
    [InlineData("{", "must be a JSON object")]
    [InlineData("""{"a":1,"a":2}""", "must be a JSON object")]
    [InlineData("""{"sub":"someone"}""", "cannot set sub")]
    [InlineData("""{"cognito:groups":["admins"]}""", "cannot set cognito:groups")]
    public async Task Claims_that_no_token_can_have_are_refused(string claims, string sentence)
    {
        await using var cloud = await TestCloud.StartAsync();

        Assert.Contains(sentence, await RefusedAsync(cloud, claims), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4096, null)]
    [InlineData(4097, "may hold 4096 characters")]
    public async Task Claims_have_a_limit(int length, string? sentence)
    {
        await using var cloud = await TestCloud.StartAsync();
        var claims = $$"""{"a":"{{new string('x', length - 8)}}"}""";
        if (sentence is not null)
        {
            Assert.Contains(sentence, await RefusedAsync(cloud, claims), StringComparison.Ordinal);
            return;
        }
        await cloud.SignInAsync(new() { ["username"] = "ann", ["claims"] = claims });

        Assert.Equal(HttpStatusCode.OK, (await cloud.Client.GetAsync("/events")).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_page_takes_more_scopes_and_claims()
    {
        await using var cloud = await TestCloud.StartAsync();

        var tokens = await SignInTests.SignInAsync(
            cloud, ("username", "ann"), ("scopes", "notes/write"), ("claims", """{"custom:tenant":"acme"}"""));

        Assert.Equal("openid notes/write", Token(tokens, "access_token").GetPayloadValue<string>("scope"));
        Assert.Equal("acme", Token(tokens, "access_token").GetPayloadValue<string>("custom:tenant"));
        Assert.Equal("acme", Token(tokens, "id_token").GetPayloadValue<string>("custom:tenant"));
    }

    [Theory]
    [InlineData("scopes", "notes/wirte", "notes/write")]
    [InlineData("claims", "<b>", "must be a JSON object")]
    public async Task The_sign_in_page_says_what_is_wrong_and_keeps_what_was_written(string field, string value, string sentence)
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await SignInTests.SubmitAsync(cloud, SignInTests.Request(cloud, ("username", "ann"), (field, value)));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(value)}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"ann\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_lines_ask_for_the_scope_that_the_example_needs()
    {
        var console = new ConsoleCapture();
        var endpoint = new EndpointDescription("Scoped", "GET", "/scoped")
        {
            Access = new AccessPolicy(false, [], [["notes/write", "notes/all"]]),
        };

        Greeting.Write(new Terminal(console, colours: false), "Notes", "http://localhost:1", null, [endpoint], new GreetingNotes(null, false, null, false));

        Assert.Contains("-d username=alice --data-urlencode 'scope=notes/write' |", console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_lines_name_an_issuer_that_is_not_the_local_one_and_ask_for_no_local_token()
    {
        var console = new ConsoleCapture();

        Greeting.Write(
            new Terminal(console, colours: false), "Notes", "http://localhost:1", null, [new("GetNotes", "GET", "/notes")],
            new GreetingNotes(null, false, "https://pool.example.com", false));

        Assert.Contains("Call it with a token of https://pool.example.com:", console.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/_local/token", console.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(TestCloud cloud, string claims)
    {
        var response = await cloud.Client.PostAsync(
            "/_local/token", new FormUrlEncodedContent([new("username", "ann"), new("claims", claims)]));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error_description"]!;
    }

    private static JsonWebToken Token(JsonNode tokens, string name) => new((string)tokens[name]!);
}
