using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Framework.Local.Gateway;

namespace Framework.Local.Tests.Gateway;

/// <summary>How large requests and responses may be at each front door.</summary>
public sealed class LimitTests
{
    private const int MB = 1024 * 1024;
    private const int Head = 10_240;
    private const int LoadBalancerLine = 16 * 1024;
    private const int LoadBalancerHeaders = 64 * 1024;

    [Theory]
    [InlineData(LocalFrontDoor.HttpApi, 10 * MB, """{"message":"Request Entity Too Large"}""")]
    [InlineData(LocalFrontDoor.HttpApiV1, 10 * MB, """{"message":"Request Entity Too Large"}""")]
    [InlineData(LocalFrontDoor.Rest, 10 * MB, """{"message":"Request Too Long"}""")]
    [InlineData(LocalFrontDoor.FunctionUrl, 6 * MB, """{"message":"Request Entity Too Large"}""")]
    public async Task A_body_over_the_front_door_s_limit_is_413(LocalFrontDoor frontDoor, int limit, string message)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor);

        var response = await UploadAsync(cloud, limit + 1);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, message), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData(MB - 1, true)]
    [InlineData(MB, true)]
    [InlineData(MB + 1, false)]
    public async Task A_load_balancer_takes_1_MB(int size, bool isTaken)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.Alb);

        var response = await UploadAsync(cloud, size);

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(isTaken ? "text/plain" : "text/html", response.Content.Headers.ContentType!.MediaType);
    }

    // A body that is no text is a third longer in the event, which Lambda takes up to 6,291,556 bytes.
    [Theory]
    [InlineData(LocalFrontDoor.HttpApi)]
    [InlineData(LocalFrontDoor.HttpApiV1)]
    [InlineData(LocalFrontDoor.Rest)]
    [InlineData(LocalFrontDoor.FunctionUrl)]
    public async Task An_event_over_Lambda_s_limit_never_reaches_the_function(LocalFrontDoor frontDoor)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor);

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(cloud, 4_700_000, "application/octet-stream")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(cloud, 4_720_000, "application/octet-stream")).StatusCode);
    }

    [Theory]
    [InlineData(LocalFrontDoor.HttpApi, 500)]
    [InlineData(LocalFrontDoor.HttpApiV1, 500)]
    [InlineData(LocalFrontDoor.Rest, 502)]
    [InlineData(LocalFrontDoor.FunctionUrl, 502)]
    public void A_response_over_Lambda_s_limit_is_the_function_s_failure(LocalFrontDoor frontDoor, int status)
    {
        var shape = GatewayShape.Of(frontDoor);

        Assert.Equal(200, shape.ReadWhole(Response(GatewayShape.MaxEventBytes)).StatusCode);
        Assert.Equal(status, shape.ReadWhole(Response(GatewayShape.MaxEventBytes + 1)).StatusCode);
    }

    [Theory]
    [InlineData(MB, 200)]
    [InlineData(MB + 1, 502)]
    public void A_load_balancer_takes_a_response_of_1_MB(int size, int status) =>
        Assert.Equal(status, GatewayShape.Of(LocalFrontDoor.Alb).ReadWhole(Response(size)).StatusCode);

    [Theory]
    [InlineData(LocalFrontDoor.HttpApi, -1, 200)]
    [InlineData(LocalFrontDoor.HttpApi, 0, 200)]
    [InlineData(LocalFrontDoor.HttpApi, 1, 431)]
    [InlineData(LocalFrontDoor.HttpApiV1, 0, 200)]
    [InlineData(LocalFrontDoor.HttpApiV1, 1, 431)]
    public async Task The_request_line_and_the_values_of_headers_of_an_HTTP_API_have_10240_bytes(LocalFrontDoor frontDoor, int more, int status)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: frontDoor);
        var rest = "GET /open HTTP/1.1".Length + cloud.Address.Authority.Length;

        Assert.Equal(status, await WithHeadersAsync(cloud, "/open", new string('x', Head - rest + more)));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 431)]
    public async Task The_values_of_headers_of_a_REST_API_have_10240_bytes(int more, int status)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.Rest);

        Assert.Equal(status, await WithHeadersAsync(cloud, "/open", new string('x', Head - cloud.Address.Authority.Length + more)));
    }

    [Fact]
    public async Task A_longer_request_line_is_414()
    {
        await using var cloud = await TestCloud.StartAsync();

        Assert.Equal(414, await WithHeadersAsync(cloud, $"/open?{new string('x', Head)}"));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public async Task A_request_line_of_a_load_balancer_has_16_KB(int more, int status)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.Alb);
        var rest = "GET /open? HTTP/1.1".Length;

        Assert.Equal(status, await WithHeadersAsync(cloud, $"/open?{new string('x', LoadBalancerLine - rest + more)}"));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public async Task A_header_of_a_load_balancer_has_16_KB(int more, int status)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.Alb);

        Assert.Equal(status, await WithHeadersAsync(cloud, "/open", new string('x', LoadBalancerLine - "x-0: \r\n".Length + more)));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public async Task All_headers_of_a_load_balancer_have_64_KB(int more, int status)
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.Alb);
        var names = ("x-0: \r\n".Length * 5) + "Host: \r\n".Length + cloud.Address.Authority.Length;
        var fifth = (LoadBalancerHeaders - names) / 5;

        Assert.Equal(status, await WithHeadersAsync(
            cloud, "/open", [.. Enumerable.Repeat(new string('x', fifth), 4), new string('x', LoadBalancerHeaders - names - (4 * fifth) + more)]));
    }

    private static byte[] Response(int size)
    {
        const string Form = """{"statusCode":200,"isBase64Encoded":false,"headers":{},"body":""}""";
        return Encoding.UTF8.GetBytes(Form.Insert(Form.Length - 2, new string('x', size - Form.Length)));
    }

    private static async Task<int> WithHeadersAsync(TestCloud cloud, string target, params IEnumerable<string> values)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        foreach (var (index, value) in values.Index())
            request.Headers.Add($"x-{index}", value);
        return (int)(await cloud.Client.SendAsync(request)).StatusCode;
    }

    private static async Task<HttpResponseMessage> UploadAsync(TestCloud cloud, int size, string mediaType = "text/plain")
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('x', size)));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = content };
        request.Headers.ExpectContinue = true;
        return await cloud.Client.SendAsync(request);
    }
}
