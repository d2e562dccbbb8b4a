using System.Text.Json.Nodes;
using Framework.Description;
using Framework.Http;
using Framework.Identity;
using Framework.Tests.Service;

namespace Framework.Tests.Identity;

public sealed class AccessTests
{
    private static readonly AccessPolicy Admins = new(false, [["admin", "owner"]], []);
    private static readonly AccessPolicy Writers = new(false, [], [["todos/write"]]);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"lambda":{"tenant":"blue","claims":{"sub":"user-1"}}}""")]
    [InlineData("""{"iam":{"userId":"AIDA","cognitoIdentity":{"identityId":"id"}}}""")]
    [InlineData("""{"claims":{"sub":"user-1"}}""")]
    [InlineData("""{"jwt":null}""")]
    [InlineData("""{"jwt":{}}""")]
    [InlineData("""{"jwt":{"claims":null}}""")]
    [InlineData("""{"jwt":{"claims":[]}}""")]
    [InlineData("""{"jwt":{"claims":{}}}""")]
    [InlineData("""{"jwt":{"claims":{"sub":""}}}""")]
    [InlineData("""{"jwt":{"claims":{"sub":" "}}}""")]
    [InlineData("""{"jwt":{"claims":{"sub":null}}}""")]
    [InlineData("""{"jwt":{"claims":{"username":"user-1"}}}""")]
    public async Task Whoever_the_gateway_did_not_name_is_401(string authorizer)
    {
        await using var service = New(AccessPolicy.Authenticated);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a")
        {
            Authorizer = JsonNode.Parse(authorizer),
        }.With("authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyLTEifQ.").With("x-amzn-claims", "{\"sub\":\"user-1\"}"));

        Assert.Equal((401, "unauthenticated", "Bearer"), (response.Status, response.Kind, response.Header("www-authenticate")));
    }

    [Theory]
    [InlineData("cognito:groups", 403)]
    [InlineData("other", 200)]
    [InlineData("sub", 401)]
    public async Task A_claim_that_is_no_text_grants_nothing_and_breaks_nothing(string claim, int status)
    {
        await using var service = new TestService([new TestEndpoint(
            "GET", "/a", claim == "cognito:groups" ? AccessPolicy.Authenticated with { Groups = [["admins"]] } : AccessPolicy.Authenticated)]);
        var payload = System.Text.Encoding.UTF8.GetString(
            new HttpApiEvent("GET", "/a").As("user-1", (claim == "sub" ? "x" : claim, "[adm#ins]")).ToJson());
        if (claim == "sub")
            payload = payload.Replace("user-1", "user#1", StringComparison.Ordinal);
        var bytes = System.Text.Encoding.UTF8.GetBytes(payload);
        bytes[bytes.IndexOf((byte)'#')] = 0x8a;

        Assert.Equal(status, (await service.SendAsync(bytes)).Status);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("[\\\"\\\\ud800\\\"]")]
    public void Reading_a_claim_never_throws(string value)
    {
        var caller = Caller.FromClaims(System.Text.Encoding.UTF8.GetBytes($"{{\"sub\":\"u\",\"cognito:groups\":\"{value}\",\"scope\":\"{value}\"}}"));

        Assert.DoesNotContain("\ud800", caller.Groups);
        _ = (caller.Scopes, caller.Username, caller.TokenUse);
    }

    [Fact]
    public async Task A_verified_caller_is_let_in()
    {
        await using var service = New(AccessPolicy.Authenticated);

        Assert.Equal(200, (await service.SendAsync(new HttpApiEvent("GET", "/a").As("user-1"))).Status);
    }

    [Theory]
    [InlineData("[admin]", 200)]
    [InlineData("[users owner]", 200)]
    [InlineData("admin", 200)]
    [InlineData("[\"admin\"]", 200)]
    [InlineData("[]", 403)]
    [InlineData("", 403)]
    [InlineData("[Admin]", 403)]
    [InlineData("[admins]", 403)]
    [InlineData("[users,admin]", 403)]
    [InlineData("[[admin]]", 403)]
    public async Task A_group_is_compared_whole_and_exactly(string groups, int expected)
    {
        await using var service = New(Admins);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").As("user-1", ("cognito:groups", groups)));

        Assert.Equal(expected, response.Status);
        if (expected == 403)
            Assert.Equal(("forbidden", "Needs the group admin or owner."), (response.Kind, response.Json.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("todos/read todos/write", 200)]
    [InlineData("todos/write", 200)]
    [InlineData("todos/writer", 403)]
    [InlineData("todos/read,todos/write", 403)]
    [InlineData("", 403)]
    public async Task A_scope_is_compared_whole_and_exactly(string scopes, int expected)
    {
        await using var service = New(Writers);

        Assert.Equal(expected, (await service.SendAsync(new HttpApiEvent("GET", "/a").As("user-1", ("scope", scopes)))).Status);
    }

    [Fact]
    public async Task Of_two_requirements_both_must_hold()
    {
        await using var service = New(new AccessPolicy(false, [["a"], ["b"]], [["s"]]));

        Assert.Equal(403, (await service.SendAsync(new HttpApiEvent("GET", "/a").As("u", ("cognito:groups", "[a]"), ("scope", "s")))).Status);
        Assert.Equal(403, (await service.SendAsync(new HttpApiEvent("GET", "/a").As("u", ("cognito:groups", "[a b]")))).Status);
        Assert.Equal(200, (await service.SendAsync(new HttpApiEvent("GET", "/a").As("u", ("cognito:groups", "[a b]"), ("scope", "s")))).Status);
    }

    [Fact]
    public async Task A_client_cannot_name_itself_by_headers_query_or_body()
    {
        await using var service = new TestService([new Framework.Generated.EchoEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/echo/x")
        {
            Query = "sub=admin",
            Body = "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"admin\"}}}}}",
        }.With("requestContext", "{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"admin\"}}}}").With("x-amzn-oidc-identity", "admin"));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, response.Json.GetProperty("caller").ValueKind);
    }

    [Fact]
    public void Claims_are_texts_as_the_gateway_wrote_them()
    {
        var caller = Caller.FromClaims(
            """{"sub":"user-1","exp":"1583348638","admin":true,"level":7,"nested":{"a":[1,2]},"n\u0061me":"Zoë","none":null}"""u8);

        Assert.Equal(("1583348638", "true", "7"), (caller.Claim("exp"), caller.Claim("admin"), caller.Claim("level")));
        Assert.Equal("{\"a\":[1,2]}", caller.Claim("nested"));
        Assert.Equal("Zoë", caller.Claim("name"));
        Assert.Null(caller.Claim("none"));
        Assert.Null(caller.Claim("absent"));
    }

    [Theory]
    [InlineData("[a b]", new[] { "a", "b" })]
    [InlineData("[a,b c]", new[] { "a,b", "c" })]
    [InlineData("[\"a b\",\"c,d\"]", new[] { "a b", "c,d" })]
    [InlineData("[]", new string[0])]
    [InlineData("[ ]", new string[0])]
    [InlineData("[", new[] { "[" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("[\"a\" b]", new[] { "\"a\"", "b" })]
    public void Groups_are_parted_at_spaces_never_at_commas(string claim, string[] expected) =>
        Assert.Equal(expected, Caller.FromClaims(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string> { ["sub"] = "u", ["cognito:groups"] = claim })).Groups);

    [Fact]
    public void An_access_token_and_an_id_token_name_the_user_alike()
    {
        Assert.Equal("zoe", Caller.FromClaims("""{"sub":"u","username":"zoe","token_use":"access"}"""u8).Username);
        Assert.Equal("zoe", Caller.FromClaims("""{"sub":"u","cognito:username":"zoe","token_use":"id"}"""u8).Username);
    }

    private static TestService New(AccessPolicy access) =>
        new([new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(new Response(200)), access)]);
}
