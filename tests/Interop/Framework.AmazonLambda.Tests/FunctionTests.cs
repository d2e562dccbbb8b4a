using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Framework.AmazonLambda.Tests.Service;
using Framework.Hosting;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Framework.AmazonLambda.Tests;

/// <summary>A service in a function of Amazon's packages.</summary>
public sealed class FunctionTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly APIGatewayHttpApiV2ProxyRequest Request = new()
    {
        RawPath = "/look",
        RequestContext = new() { Http = new() { Method = "GET" } },
    };

    private static readonly APIGatewayProxyRequest OlderRequest = new()
    {
        Path = "/look",
        HttpMethod = "GET",
        RequestContext = new() { ResourceId = "a1b2c3" },
    };

    [Fact]
    public async Task What_the_context_says_is_the_endpoint_s_invocation()
    {
        var response = await new HttpApiFunction(Build()).FunctionHandler(Request, new Context());
        var older = await new RestApiFunction(Build()).FunctionHandler(OlderRequest, new Context());

        Assert.Equal((200, 200), (response.StatusCode, older.StatusCode));
        var expected = new Seen("request-1", "arn:aws:lambda:eu-central-1:1:function:f:live", "Root=1-0-0;Sampled=1", "tenant-1", Now.AddSeconds(10), false);
        Assert.Equal(expected, SeenIn(response.Body));
        Assert.Equal(expected, SeenIn(older.Body));
    }

    [Fact]
    public async Task A_context_of_a_unit_test_sets_no_deadline()
    {
        var context = new Context { RemainingTime = TimeSpan.Zero, AwsRequestId = null!, InvokedFunctionArn = null!, TenantId = "", TraceId = "" };

        var seen = SeenIn((await new HttpApiFunction(Build()).FunctionHandler(Request, context)).Body);

        Assert.NotEmpty(seen.RequestId);
        Assert.Equal((null, null, null, null, false), (seen.FunctionArn, seen.TraceId, seen.TenantId, seen.Deadline, seen.IsCancelled));
    }

    [Fact]
    public async Task A_problem_is_a_response()
    {
        var response = await new HttpApiFunction(Build()).FunctionHandler(
            new() { RawPath = "/nothing", RequestContext = new() { Http = new() { Method = "GET" } } }, new Context());

        Assert.Equal((404, "application/problem+json"), (response.StatusCode, response.Headers["content-type"]));
    }

    [Fact]
    public async Task What_is_no_request_is_an_error() =>
        await Assert.ThrowsAsync<UndecodableEventException>(() => new HttpApiFunction(Build()).FunctionHandler(new(), new Context()));

    [Fact]
    public async Task A_request_and_a_context_are_needed()
    {
        var function = new RestApiFunction(Build());
        await Assert.ThrowsAsync<ArgumentNullException>(() => function.FunctionHandler(null!, new Context()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => function.FunctionHandler(OlderRequest, null!));
    }

    private static Microservice Build()
    {
        var service = Microservice.CreateBuilder([]);
        service.Json.Use(Service.Json.Default);
        service.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        return service.Build();
    }

    private static Seen SeenIn(string body) => JsonSerializer.Deserialize(body, Service.Json.Default.Seen)!;
}
