using System.Net;
using Framework.Authorizers;
using Framework.Description;
using Framework.Generated;
using Framework.Hosting;
using Framework.Http;
using Framework.Runtime;

namespace Framework.Local.Tests.Gateway;

/// <summary>A service with an authorizer of its own, behind each gateway that asks one.</summary>
public sealed class LambdaAuthorizerTests
{
    private const string Page = "https://page.example.com";

    public static TheoryData<LocalFrontDoor> Apis => [LocalFrontDoor.HttpApi, LocalFrontDoor.HttpApiV1, LocalFrontDoor.Rest];

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task The_context_of_the_authorizer_is_the_caller(LocalFrontDoor frontDoor)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor, service: Create(false));

        Assert.Equal("LambdaAuthorizer ann a 3 true /who/7", await BodyAsync(cloud, "/who/7?x=1", "good"));
    }

    [Fact]
    public async Task An_IAM_policy_does_the_same_in_format_2()
    {
        await using var cloud = await TestCloud.StartAsync(service: Create(usesPolicies: true));

        Assert.Equal("LambdaAuthorizer ann a 3 true /who/7", await BodyAsync(cloud, "/who/7", "good"));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(cloud, "/who/7", "denied")).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Who_is_not_allowed_gets_the_gateway_s_own_response_which_a_page_may_read(LocalFrontDoor frontDoor)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor, service: Create(false));

        foreach (var (key, status) in new[] { (null, 401), ("unknown", 401), ("denied", 403), ("broken", 500) })
        {
            var response = await SendAsync(cloud, "/who/7", key);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal([Page], response.Headers.GetValues("access-control-allow-origin"));
        }
    }

    [Theory]
    [InlineData(LocalFrontDoor.HttpApi, "unknown", "", """{"message":"Unauthorized"}""")]
    [InlineData(LocalFrontDoor.HttpApi, "denied", "", """{"message":"Forbidden"}""")]
    [InlineData(LocalFrontDoor.HttpApi, "broken", "", """{"message":"Internal Server Error"}""")]
    [InlineData(LocalFrontDoor.Rest, "unknown", "UnauthorizedException", """{"message":"Unauthorized"}""")]
    [InlineData(LocalFrontDoor.Rest, "narrow", "AccessDeniedException", """{"Message":"User is not authorized to access this resource"}""")]
    [InlineData(LocalFrontDoor.Rest, "denied", "AccessDeniedException", """{"Message":"User is not authorized to access this resource with an explicit deny"}""")]
    [InlineData(LocalFrontDoor.Rest, "broken", "AuthorizerConfigurationException", """{"message":null}""")]
    public async Task A_refusal_is_that_of_the_API(LocalFrontDoor frontDoor, string key, string type, string body)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor, service: Create(false));

        var response = await SendAsync(cloud, "/who/7", key);

        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal(type, response.Headers.TryGetValues("x-amzn-errortype", out var types) ? types.Single() : "");
    }

    [Fact]
    public async Task A_policy_for_another_route_does_not_allow_this_one()
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.Rest, service: Create(false));

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(cloud, "/who/7", "narrow")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(cloud, "/who/8", "narrow")).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_open_endpoint_is_served_without_a_question(LocalFrontDoor frontDoor)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor, service: Create(false));

        Assert.Equal("None", await BodyAsync(cloud, "/open", "broken"));
    }

    [Fact]
    public async Task A_function_URL_asks_nobody()
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.FunctionUrl, service: Create(false));

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(cloud, "/who/7", "good")).StatusCode);
    }

    private static Microservice Create(bool usesPolicies)
    {
        IReadOnlyList<Endpoint> endpoints =
        [
            new HandEndpoint(new("Who", "GET", "/who/{id}"), context => new(Response.Text(200, string.Join(
                ' ', context.Caller.AuthenticationType, context.Caller.Id, context.Caller.Claim("tenant"), context.Caller.Claim("level"), context.Caller.Claim("flag"), context.Request.Path)))),
            new HandEndpoint(new("Open", "GET", "/open") { Access = AccessPolicy.Anonymous }, context => new(Response.Text(200, $"{context.Caller.AuthenticationType}"))),
        ];
        var builder = new MicroserviceBuilder("Keyed.Service", [], endpoints, LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
            Authorizers = [new Keys(usesPolicies)],
        };
        builder.Cors.AllowOrigin(Page);
        return builder.Build();
    }

    private static async Task<HttpResponseMessage> SendAsync(TestCloud cloud, string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("origin", Page);
        if (key is not null)
            request.Headers.Add("x-api-key", key);
        return await cloud.Client.SendAsync(request);
    }

    private static async Task<string> BodyAsync(TestCloud cloud, string path, string key) =>
        await (await SendAsync(cloud, path, key)).Content.ReadAsStringAsync();

    private sealed class Keys(bool usesPolicies) : Authorizer
    {
        public override AuthorizerDescription Description => new("Keys") { Headers = ["x-api-key"], UsesPolicies = usesPolicies };

        public override ValueTask<AuthorizerResult> HandleAsync(AuthorizerCall context) => new(context.Request.Headers["X-API-Key"] switch
        {
            "good" when context.Request.RouteValues["id"] == "7" => AuthorizerResult.Allow("ann", new() { { "tenant", "a" }, { "level", 3 }, { "flag", true } }),
            "narrow" => AuthorizerResult.Allow("ann", routes: ["GET/who/8"]),
            "denied" => AuthorizerResult.Deny(),
            "broken" => throw new InvalidOperationException("broken"),
            _ => AuthorizerResult.Unauthorized,
        });
    }
}
