using System.Buffers;
using System.Text.Json.Nodes;
using Framework.Local.Gateway;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Tests.Gateway;

/// <summary>What each front door makes of escapes in the path.</summary>
public sealed class PathTests
{
    // An HTTP API decodes twice: once before it finds the route, and once before it calls the function.
    [Theory]
    [InlineData("/events/a%20b/c", "/events/a b/c", "a b", "c")]
    [InlineData("/events/a%2Fb/c", "/events/a/b/c", "a", "b/c")]
    [InlineData("/events/a%252Fb/c", "/events/a/b/c", "a/b", "c")]
    [InlineData("/events/a/b%252Fc", "/events/a/b/c", "a", "b/c")]
    [InlineData("/events/%2541/c", "/events/A/c", "A", "c")]
    [InlineData("/events/100%25/c", "/events/100%/c", "100%", "c")]
    [InlineData("/events/%252541/c", "/events/%41/c", "%41", "c")]
    [InlineData("/events/a+b/c", "/events/a+b/c", "a+b", "c")]
    [InlineData("/events/a/b%253Fc", "/events/a/b", "a", "b?c")]
    public async Task An_HTTP_API_decodes_twice(string target, string path, string kind, string rest)
    {
        foreach (var (frontDoor, field) in new[] { (LocalFrontDoor.HttpApi, "rawPath"), (LocalFrontDoor.HttpApiV1, "path") })
        {
            var sent = await SendAsync(frontDoor, target);

            Assert.Equal((path, kind, rest), ((string?)sent[field], (string?)sent["pathParameters"]!["kind"], (string?)sent["pathParameters"]!["rest"]));
        }
    }

    [Theory]
    [InlineData("/events/a%20b/c", "a%20b", "c")]
    [InlineData("/events/a%2Fb/c", "a%2Fb", "c")]
    [InlineData("/events/a%252Fb/c", "a%252Fb", "c")]
    [InlineData("/events/a/b%2Fc/d", "a", "b%2Fc/d")]
    [InlineData("/events/a%3Fb/c", "a%3Fb", "c")]
    [InlineData("/events/100%25/c", "100%25", "c")]
    public async Task A_REST_API_decodes_nothing(string target, string kind, string rest)
    {
        var sent = await SendAsync(LocalFrontDoor.Rest, target);

        Assert.Equal((target, $"/local{target}"), ((string?)sent["path"], (string?)sent["requestContext"]!["path"]));
        Assert.Equal((kind, rest), ((string?)sent["pathParameters"]!["kind"], (string?)sent["pathParameters"]!["rest"]));
        Assert.Equal("/events/{kind}/{rest+}", (string?)sent["resource"]);
    }

    [Theory]
    [InlineData(LocalFrontDoor.FunctionUrl, "rawPath")]
    [InlineData(LocalFrontDoor.Alb, "path")]
    [InlineData(LocalFrontDoor.AlbMultiValue, "path")]
    public void A_function_URL_and_a_load_balancer_decode_nothing_and_have_no_parameters(LocalFrontDoor frontDoor, string field)
    {
        var http = new DefaultHttpContext();
        var payload = new ArrayBufferWriter<byte>();
        var target = RequestTarget.Parse("/%6Fpen/a%2Fb/%2541/c%3Fd?x=%2541");

        GatewayShape.Of(frontDoor).Write(payload, GatewayRequest.Begin(http, target, null, TimeProvider.System));

        var sent = JsonNode.Parse(payload.WrittenSpan)!;
        Assert.Equal("/%6Fpen/a%2Fb/%2541/c%3Fd", (string?)sent[field]);
        Assert.Null(sent["pathParameters"]);
    }

    [Fact]
    public async Task A_question_mark_ends_the_path_of_an_HTTP_API()
    {
        await using var cloud = await TestCloud.StartAsync();

        var sent = JsonNode.Parse(await cloud.Client.GetStringAsync("/open%3Fx=1?y=2"))!;

        Assert.Equal(("/open", "y=2"), ((string?)sent["rawPath"], (string?)sent["rawQueryString"]));
    }

    private static async Task<JsonNode> SendAsync(LocalFrontDoor frontDoor, string target)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor);
        await cloud.SignInAsync();
        var response = await cloud.Client.PostAsync(new Uri(target, UriKind.Relative), new StringContent("{}"));
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
