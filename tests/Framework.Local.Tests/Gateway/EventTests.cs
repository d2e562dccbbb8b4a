using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Framework.Local.Tests.Gateway;

public sealed class EventTests
{
    [Fact]
    public async Task A_request_becomes_the_event_that_an_HTTP_API_sends()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync("alice", "admins,staff");
        var port = cloud.Address.Port;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/events/a%20b/c/%C3%A4+d?tag=C%23%20x&tag=y&q=1%2B1&flag");
        request.Headers.Add("Cookie", "one=1; two=2");
        request.Headers.Add("X-Many", ["a", "b"]);
        request.Headers.Add("X-Amzn-Trace-Id", "Root=1-5e6722a7-cc56f1a9e46db7ae02d4da47");
        request.Headers.UserAgent.ParseAdd("tests/1.0");
        request.Content = new StringContent("""{"title":"Überraschung"}""", Encoding.UTF8, "application/json");

        var response = await cloud.Client.SendAsync(request);
        var sent = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        var context = sent["requestContext"]!.AsObject();
        var claims = context["authorizer"]!["jwt"]!["claims"]!.AsObject();
        Assert.Matches("^[A-Za-z0-9+/]{15}=$", Taken(context, "requestId"));
        Assert.Matches("^[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2} \\+0000$", Taken(context, "time"));
        Assert.Matches("^[0-9]{13}$", Taken(context, "timeEpoch"));
        Assert.Equal("127.0.0.1", Taken(context["http"]!.AsObject(), "sourceIp").Replace("::1", "127.0.0.1", StringComparison.Ordinal));
        Taken(sent["headers"]!.AsObject(), "authorization");
        Taken(sent["headers"]!.AsObject(), "x-forwarded-for");
        foreach (var seconds in new[] { "auth_time", "exp", "iat" })
            Assert.Matches("^[0-9]{10}$", Taken(claims, seconds));
        Taken(claims, "jti");
        Taken(claims, "sub");
        var expected = JsonNode.Parse($$$"""
            {
              "version": "2.0",
              "routeKey": "POST /events/{kind}/{rest+}",
              "rawPath": "/events/a b/c/ä+d",
              "rawQueryString": "tag=C%23%20x&tag=y&q=1%2B1&flag",
              "cookies": ["one=1", "two=2"],
              "headers": {
                "content-length": "{{{Encoding.UTF8.GetByteCount("""{"title":"Überraschung"}""")}}}",
                "content-type": "application/json; charset=utf-8",
                "host": "localhost:{{{port}}}",
                "user-agent": "tests/1.0",
                "x-amzn-trace-id": "Root=1-5e6722a7-cc56f1a9e46db7ae02d4da47",
                "x-forwarded-port": "{{{port}}}",
                "x-forwarded-proto": "http",
                "x-many": "a, b"
              },
              "queryStringParameters": { "tag": "C# x,y", "q": "1+1", "flag": "" },
              "requestContext": {
                "accountId": "000000000000",
                "apiId": "local",
                "authorizer": {
                  "jwt": {
                    "claims": {
                      "client_id": "local",
                      "cognito:groups": "[admins staff]",
                      "iss": "http://localhost:{{{port}}}/_local",
                      "scope": "openid",
                      "token_use": "access",
                      "username": "alice",
                      "version": "2"
                    },
                    "scopes": null
                  }
                },
                "domainName": "localhost",
                "domainPrefix": "localhost",
                "http": { "method": "POST", "path": "/events/a b/c/ä+d", "protocol": "HTTP/1.1", "userAgent": "tests/1.0" },
                "routeKey": "POST /events/{kind}/{rest+}",
                "stage": "$default"
              },
              "pathParameters": { "kind": "a b", "rest": "c/ä+d" },
              "body": "{\"title\":\"Überraschung\"}",
              "isBase64Encoded": false
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent), sent.ToJsonString());
    }

    [Fact]
    public async Task What_a_request_lacks_the_event_lacks_too()
    {
        await using var cloud = await TestCloud.StartAsync();

        var sent = JsonNode.Parse(await cloud.Client.GetStringAsync("/open"))!;

        foreach (var name in new[] { "cookies", "queryStringParameters", "pathParameters", "body" })
            Assert.False(sent.AsObject().ContainsKey(name), name);
        Assert.Equal("", (string)sent["rawQueryString"]!);
        Assert.Equal("", (string)sent["requestContext"]!["http"]!["userAgent"]!);
        Assert.Equal("0", (string)sent["headers"]!["content-length"]!);
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$", (string)sent["headers"]!["x-amzn-trace-id"]!);
    }

    [Fact]
    public async Task A_route_without_authorizer_gets_no_claims_though_a_token_is_sent()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync();

        var sent = JsonNode.Parse(await cloud.Client.GetStringAsync("/open"))!;

        Assert.False(sent["requestContext"]!.AsObject().ContainsKey("authorizer"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/octet-stream")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task A_body_that_is_not_text_travels_in_base64(string? type)
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync();
        using var content = new ByteArrayContent("a=1"u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var sent = JsonNode.Parse(
            await (await cloud.Client.PostAsync("/events/x/y", content)).Content.ReadAsStringAsync())!;

        Assert.True((bool)sent["isBase64Encoded"]!);
        Assert.Equal("YT0x", (string)sent["body"]!);
    }

    [Fact]
    public async Task A_body_that_says_it_is_JSON_and_is_no_UTF_8_travels_in_base64()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync();
        using var content = new ByteArrayContent([0x61, 0xff]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");

        var sent = JsonNode.Parse(
            await (await cloud.Client.PostAsync("/events/x/y", content)).Content.ReadAsStringAsync())!;

        Assert.Equal("Yf8=", (string)sent["body"]!);
    }

    private static string Taken(JsonObject node, string name)
    {
        var text = node[name]!.ToString();
        node.Remove(name);
        return text;
    }
}
