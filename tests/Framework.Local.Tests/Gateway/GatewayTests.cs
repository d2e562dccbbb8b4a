using System.Net;
using System.Net.Http.Headers;

namespace Framework.Local.Tests.Gateway;

public sealed class GatewayTests
{
    [Fact]
    public async Task A_closed_route_without_a_token_is_the_gateways_own_401_and_a_page_may_read_it()
    {
        await using var cloud = await TestCloud.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events");
        request.Headers.Add("Origin", TestService.Page);

        var response = await cloud.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("""{"message":"Unauthorized"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().ToString());
        Assert.Equal(TestService.Page, response.Headers.GetValues("access-control-allow-origin").Single());
        Assert.Single(response.Headers.GetValues("apigw-requestid"));
    }

    [Fact]
    public async Task A_caller_outside_the_group_is_refused_by_the_service_and_one_inside_is_let_in()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync("alice");
        var refused = await cloud.Client.GetAsync("/admins");
        await cloud.SignInAsync("admin");
        var admitted = await cloud.Client.GetAsync("/admins");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
    }

    [Fact]
    public async Task An_unknown_path_and_a_preflight_get_the_service_s_response()
    {
        await using var cloud = await TestCloud.StartAsync();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/events");
        preflight.Headers.Add("Origin", TestService.Page);
        preflight.Headers.Add("Access-Control-Request-Method", "GET");

        var unknown = await cloud.Client.GetAsync("/nowhere");
        var wrongMethod = await cloud.Client.DeleteAsync("/open");
        var response = await cloud.Client.SendAsync(preflight);

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("not-found", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrongMethod.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("GET, HEAD, OPTIONS", response.Headers.GetValues("access-control-allow-methods").Single());
    }

    [Fact]
    public async Task HEAD_takes_the_route_of_GET_with_its_authorizer_and_sends_no_body()
    {
        await using var cloud = await TestCloud.StartAsync();
        using var closed = new HttpRequestMessage(HttpMethod.Head, "/events");
        using var open = new HttpRequestMessage(HttpMethod.Head, "/open");

        Assert.Equal(HttpStatusCode.Unauthorized, (await cloud.Client.SendAsync(closed)).StatusCode);
        var response = await cloud.Client.SendAsync(open);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Each_cookie_is_a_header_of_its_own_and_bytes_arrive_whole()
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync("/cookies");

        Assert.Equal(["a=1; Path=/", "b=2; Path=/"], response.Headers.GetValues("set-cookie"));
        Assert.Equal([0, 255, 1], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_failure_is_reported_to_the_developer_and_not_to_the_client()
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync("/fail");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret of the house", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await cloud.HasShownAsync(" 500 ");
        Assert.Contains("WARN  Notes: About to fail", cloud.Console, StringComparison.Ordinal);
        Assert.Contains("TimeZoneNotFoundException: secret of the house", cloud.Console, StringComparison.Ordinal);
        Assert.Contains("   at ", cloud.Console, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7 * 1024 * 1024)]
    [InlineData(11 * 1024 * 1024)]
    public async Task A_body_over_the_limits_of_Lambda_or_the_gateway_is_413(int size)
    {
        await using var cloud = await TestCloud.StartAsync();
        using var content = new ByteArrayContent(new byte[size]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = content };
        request.Headers.ExpectContinue = true;

        var response = await cloud.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("""{"message":"Request Entity Too Large"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Requests_that_run_get_their_response_before_the_cloud_stops()
    {
        var gate = new Gate();
        await using var cloud = await TestCloud.StartAsync(gate: gate);
        var held = cloud.Client.GetStringAsync("/held");
        await gate.Entered.InTimeAsync();

        var stopping = cloud.StopAsync();
        gate.Open();

        Assert.Equal("released", await held);
        await stopping;
    }
}
