using System.Net;

namespace Framework.Local.Tests.Gateway;

/// <summary>Who answers CORS behind each front door: the function, or a gateway that has it configured, and never both.</summary>
public sealed class CorsTests
{
    private const string Stranger = "https://evil.example.com";

    public static TheoryData<LocalFrontDoor, bool> Doors => new(
        from frontDoor in Enum.GetValues<LocalFrontDoor>()
        from isGateways in new[] { false, true }
        select (frontDoor, isGateways));

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task An_allowed_page_reads_success_and_every_error_and_each_header_is_there_once(LocalFrontDoor frontDoor, bool isGateways)
    {
        await using var cloud = await StartAsync(frontDoor, isGateways);
        var token = (string)(await cloud.TokensAsync())["access_token"]!;
        var isSignedIn = frontDoor is LocalFrontDoor.HttpApi or LocalFrontDoor.HttpApiV1 or LocalFrontDoor.Rest;

        foreach (var (method, path, signedIn, status) in new[]
        {
            ("GET", "/open", false, 200), ("GET", "/events", false, 401), ("GET", "/admins", true, isSignedIn ? 403 : 401),
            ("GET", "/nothing", false, 404), ("PUT", "/open", false, 405), ("GET", "/fail", false, 500), ("POST", "/upload", false, 200),
        })
        {
            var response = await SendAsync(cloud, method, path, TestService.Page, signedIn ? token : null);
            Assert.Equal((path, status), (path, (int)response.StatusCode));
            Assert.Equal([TestService.Page], response.Headers.GetValues("access-control-allow-origin"));
            Assert.Single(response.Headers.GetValues("access-control-expose-headers"));
            Assert.Equal(1, response.Headers.Vary.Count(value => value == "Origin"));
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Another_page_reads_nothing(LocalFrontDoor frontDoor, bool isGateways)
    {
        await using var cloud = await StartAsync(frontDoor, isGateways);

        foreach (var (method, path) in new[] { ("GET", "/open"), ("GET", "/events"), ("GET", "/nothing"), ("GET", "/fail"), ("OPTIONS", "/open") })
        {
            var response = await SendAsync(cloud, method, path, Stranger);
            Assert.False(response.Headers.Contains("access-control-allow-origin"));
            Assert.Contains("Origin", response.Headers.Vary);
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_preflight_is_answered_once(LocalFrontDoor frontDoor, bool isGateways)
    {
        await using var cloud = await StartAsync(frontDoor, isGateways);

        var response = await SendAsync(cloud, "OPTIONS", "/events", TestService.Page);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal([TestService.Page], response.Headers.GetValues("access-control-allow-origin"));
        Assert.Contains("GET", Assert.Single(response.Headers.GetValues("access-control-allow-methods")), StringComparison.Ordinal);
        Assert.Equal(["authorization, content-type"], response.Headers.GetValues("access-control-allow-headers"));
        Assert.Equal(["300"], response.Headers.GetValues("access-control-max-age"));
        Assert.False(response.Headers.Contains("access-control-expose-headers"));
    }

    private static Task<TestCloud> StartAsync(LocalFrontDoor frontDoor, bool isGateways) =>
        TestCloud.StartAsync(frontDoor: frontDoor, service: TestService.Create(cors: cors => _ = isGateways ? cors.LeaveToGateway() : cors));

    private static async Task<HttpResponseMessage> SendAsync(TestCloud cloud, string method, string path, string origin, string? token = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("origin", origin);
        if (method == "OPTIONS")
            request.Headers.Add("access-control-request-method", "GET");
        if (token is not null)
            request.Headers.Add("authorization", $"Bearer {token}");
        return await cloud.Client.SendAsync(request);
    }
}
