using System.Text;
using System.Text.Json.Nodes;
using Framework.Description;
using Framework.Http;
using Framework.HttpEvents;
using Framework.Runtime;
using Framework.Tests.Service;

namespace Framework.Tests.HttpEvents;

/// <summary>What an Application Load Balancer does and no other front door.</summary>
public sealed class LoadBalancerTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("203.0.113.9, 192.0.2.1", "192.0.2.1")]
    [InlineData("203.0.113.9,192.0.2.1:4711", "192.0.2.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("[2001:db8::1]:4711", "2001:db8::1")]
    [InlineData("192.0.2.1, nobody", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_caller_s_address_is_the_one_that_the_load_balancer_saw(string? header, string? expected)
    {
        var request = Event("GET");
        request["headers"]!["x-forwarded-for"] = header;
        using var decoded = Decode(request);

        Assert.Equal(expected, decoded.Request.SourceIp);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_health_check_gets_a_200_before_routing_and_counts_as_no_request(bool isMultiValue)
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", new AccessPolicy(false, [], []))]);

        var response = await SendAsync(service, HealthCheck("GET", "ELB-HealthChecker/2.0", isMultiValue));

        Assert.Equal(200, response["statusCode"]!.GetValue<int>());
        Assert.Equal("200 OK", response["statusDescription"]!.GetValue<string>());
        Assert.Null(response["body"]);
        var headers = response[isMultiValue ? "multiValueHeaders" : "headers"]!;
        Assert.Equal("no-store", (isMultiValue ? headers["cache-control"]![0] : headers["cache-control"])!.GetValue<string>());
        Assert.Empty(service.Lines);
    }

    [Theory]
    [InlineData("POST", "ELB-HealthChecker/2.0")]
    [InlineData("GET", "elb-healthchecker/2.0")]
    [InlineData("GET", "Mozilla/5.0 ELB-HealthChecker/2.0")]
    public async Task Other_requests_are_not_health_checks(string method, string userAgent)
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")]);

        var response = await SendAsync(service, HealthCheck(method, userAgent, isMultiValue: false));

        Assert.Equal(404, response["statusCode"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_health_check_comes_from_a_load_balancer_alone()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")]);

        Assert.Equal(404, (await service.SendAsync(new HttpApiEvent("GET", "/health").With("user-agent", "ELB-HealthChecker/2.0"))).Status);
    }

    [Fact]
    public void A_load_balancer_names_no_caller()
    {
        var request = Event("GET");
        request["requestContext"]!["authorizer"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = "somebody" } };
        request["headers"]!["x-amzn-oidc-identity"] = "somebody";
        using var decoded = Decode(request);

        Assert.False(decoded.Caller.IsAuthenticated);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_response_of_one_megabyte_passes_and_one_byte_more_is_a_500(bool isMultiValue)
    {
        Assert.Equal((1024 * 1024, 200), await SizeAsync(0));
        Assert.Equal(500, (await SizeAsync(1)).Status);

        async Task<(int Bytes, int Status)> SizeAsync(int more)
        {
            var envelope = await LengthAsync("");
            return await LengthAndStatusAsync(new string('x', (1024 * 1024) - envelope - ",\"body\":\"\"".Length + more));

            async Task<int> LengthAsync(string body) => (await LengthAndStatusAsync(body)).Bytes;
        }

        async Task<(int Bytes, int Status)> LengthAndStatusAsync(string body)
        {
            await using var service = new TestService(
                [new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(Response.Text(200, body)))]);
            var request = HealthCheck("GET", "tests", isMultiValue);
            request["path"] = "/a";
            var output = new ResponseBuffer();
            using var invocation = new Invocation { Payload = Encoding.UTF8.GetBytes(request.ToJsonString()), RequestId = "request-1" };
            await service.Running.InvokeAsync(invocation, output);
            return (output.BodyLength, JsonNode.Parse(output.Body.Span)!["statusCode"]!.GetValue<int>());
        }
    }

    [Fact]
    public void Each_of_512_cookies_has_a_name_of_its_own_where_a_name_has_one_value()
    {
        var response = new Response(200);
        for (var index = 0; index < 512; index++)
            response.Cookies.Add($"c{index}=1");
        var output = new ResponseBuffer();

        LoadBalancerCodec.SingleValue.Encode(response, withBody: true, output);

        var headers = JsonNode.Parse(output.Body.Span)!["headers"]!.AsObject();
        Assert.Equal(512, headers.Count);
        Assert.All(headers, header => Assert.Equal("set-cookie", header.Key, ignoreCase: true));
    }

    [Theory]
    [InlineData(207, "207 Multi-Status")]
    [InlineData(404, "404 Not Found")]
    [InlineData(299, "299 Success")]
    [InlineData(399, "399 Redirection")]
    [InlineData(499, "499 Client Error")]
    [InlineData(599, "599 Server Error")]
    public void Every_status_has_a_phrase(int status, string expected) => Assert.Equal(expected, StatusText.Of(status));

    private static JsonObject Event(string method) => new()
    {
        ["requestContext"] = new JsonObject { ["elb"] = new JsonObject { ["targetGroupArn"] = "arn" } },
        ["httpMethod"] = method,
        ["path"] = "/health",
        ["queryStringParameters"] = new JsonObject(),
        ["headers"] = new JsonObject { ["host"] = "lb.example.com" },
        ["body"] = "",
        ["isBase64Encoded"] = false,
    };

    private static JsonObject HealthCheck(string method, string userAgent, bool isMultiValue)
    {
        var request = Event(method);
        request.Remove("headers");
        request[isMultiValue ? "multiValueHeaders" : "headers"] = new JsonObject
        {
            ["user-agent"] = isMultiValue ? new JsonArray(userAgent) : userAgent,
        };
        return request;
    }

    private static HttpEvent Decode(JsonObject request) =>
        LoadBalancerCodec.SingleValue.Decode(Encoding.UTF8.GetBytes(request.ToJsonString()));

    private static async Task<JsonNode> SendAsync(TestService service, JsonObject request)
    {
        var output = new ResponseBuffer();
        using var invocation = new Invocation { Payload = Encoding.UTF8.GetBytes(request.ToJsonString()), RequestId = "request-1" };
        await service.Running.InvokeAsync(invocation, output);
        return JsonNode.Parse(output.Body.Span)!;
    }
}
