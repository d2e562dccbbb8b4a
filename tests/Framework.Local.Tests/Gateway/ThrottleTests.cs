using Framework.Description;
using Framework.Functions;
using Framework.Generated;
using Framework.Hosting;
using Framework.Http;
using Framework.Local.Gateway;
using Framework.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Local.Tests.Gateway;

/// <summary>More requests than the code lets through are a 429 of the API.</summary>
public sealed class ThrottleTests
{
    private const string Page = "https://page.example.com";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    public static TheoryData<LocalFrontDoor> Apis => [LocalFrontDoor.HttpApi, LocalFrontDoor.HttpApiV1, LocalFrontDoor.Rest];

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_route_has_a_throttle_of_its_own(LocalFrontDoor frontDoor)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor, service: Create(), clock: _clock);

        Assert.Equal([200, 200, 200, 429], await StatusesAsync(cloud, "/slow", 4));
        Assert.Equal([200, 200, 200, 429], await StatusesAsync(cloud, "/slow-too", 4));
        Assert.Equal([200, 200, 200, 200], await StatusesAsync(cloud, "/free", 4));
        // Two a second: one every half second.
        _clock.Advance(TimeSpan.FromSeconds(0.5) - TimeSpan.FromTicks(1));
        Assert.Equal([429], await StatusesAsync(cloud, "/slow", 1));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal([200, 429], await StatusesAsync(cloud, "/slow", 2));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([200, 200, 200, 429], await StatusesAsync(cloud, "/slow", 4));
    }

    [Theory]
    [InlineData(LocalFrontDoor.HttpApi, null)]
    [InlineData(LocalFrontDoor.HttpApiV1, null)]
    [InlineData(LocalFrontDoor.Rest, "TooManyRequestsException")]
    public async Task The_response_is_the_API_s_own_and_a_page_may_read_it(LocalFrontDoor frontDoor, string? type)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor, service: Create(), clock: _clock);
        await StatusesAsync(cloud, "/slow", 3);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/slow");
        request.Headers.Add("Origin", Page);

        var response = await cloud.Client.SendAsync(request);

        Assert.Equal(429, (int)response.StatusCode);
        Assert.Equal("""{"message":"Too Many Requests"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(type, response.Headers.TryGetValues("x-amzn-errortype", out var types) ? types.Single() : null);
        Assert.Equal(Page, response.Headers.GetValues("access-control-allow-origin").Single());
        await cloud.HasShownAsync(" 429 ");
    }

    [Theory]
    [InlineData(LocalFrontDoor.FunctionUrl)]
    [InlineData(LocalFrontDoor.Alb)]
    public async Task A_function_URL_and_a_load_balancer_have_no_throttle(LocalFrontDoor frontDoor)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor, service: Create(), clock: _clock);

        Assert.DoesNotContain(429, await StatusesAsync(cloud, "/slow", 5));
    }

    [Fact]
    public void The_throttle_of_the_deployment_is_for_all_routes_together()
    {
        var throttles = Throttles.Of(new DeploymentAttribute { ThrottleRate = 10, ThrottleBurst = 2 });

        Assert.True(throttles.Take(null, "GET", _clock));
        Assert.True(throttles.Take(null, "POST", _clock));
        Assert.False(throttles.Take(null, "GET", _clock));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(throttles.Take(null, "GET", _clock));
        Assert.False(throttles.Take(null, "GET", _clock));
    }

    [Fact]
    public void Without_a_declaration_nothing_is_throttled()
    {
        var throttles = Throttles.Of([new EndpointDescription("Free", "GET", "/free") { Type = typeof(Free) }]);

        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.True(throttles.Take(null, "GET", _clock)));
    }

    private static async Task<List<int>> StatusesAsync(TestCloud cloud, string path, int count)
    {
        var statuses = new List<int>();
        for (var index = 0; index < count; index++)
            statuses.Add((int)(await cloud.Client.GetAsync(path)).StatusCode);
        return statuses;
    }

    private static Microservice Create()
    {
        IReadOnlyList<Endpoint> endpoints =
        [
            new HandEndpoint(
                new("Slow", "GET", "/slow") { Type = typeof(Slow), Access = AccessPolicy.Anonymous, OtherRoutes = [new("GET", "/slow-too")] },
                _ => new(Response.Text(200, "slow"))),
            new HandEndpoint(new("Free", "GET", "/free") { Type = typeof(Free), Access = AccessPolicy.Anonymous }, _ => new(Response.Text(200, "free"))),
        ];
        var builder = new MicroserviceBuilder("Throttled.Service", [], endpoints, LocalCloud.RunAsync) { Environment = new LambdaEnvironment(_ => null) };
        builder.Cors.AllowOrigin(Page);
        return builder.Build();
    }

    [Throttle(rate: 2, burst: 3)]
    private static class Slow;

    private static class Free;
}
