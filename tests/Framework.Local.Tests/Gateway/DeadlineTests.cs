using System.Security.Cryptography;
using System.Text;
using Framework.Local.Gateway;
using Framework.Local.Issuer;
using Framework.Local.Output;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Tests.Gateway;

/// <summary>How long each front door waits for a function, how long Lambda lets it run, and what the front door says then.</summary>
public sealed class DeadlineTests
{
    public static TheoryData<LocalFrontDoor, double, int, string> FrontDoors => new()
    {
        { LocalFrontDoor.HttpApi, 30, 503, """{"message":"Service Unavailable"}""" },
        { LocalFrontDoor.HttpApiV1, 30, 503, """{"message":"Service Unavailable"}""" },
        { LocalFrontDoor.Rest, 29, 504, """{"message":"Endpoint request timed out"}""" },
        { LocalFrontDoor.FunctionUrl, 900, 502, "Internal Server Error" },
        { LocalFrontDoor.Alb, 900, 502, "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>" },
    };

    public static TheoryData<LocalFrontDoor, string, double, int, string> Functions => new()
    {
        { LocalFrontDoor.HttpApi, "/brief", 2, 500, """{"message":"Internal Server Error"}""" },
        { LocalFrontDoor.HttpApiV1, "/brief", 2, 500, """{"message":"Internal Server Error"}""" },
        { LocalFrontDoor.Rest, "/brief", 2, 502, """{"message":"Internal server error"}""" },
        { LocalFrontDoor.FunctionUrl, "/brief", 2, 502, "Internal Server Error" },
        { LocalFrontDoor.AlbMultiValue, "/brief", 2, 502, "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>" },
        { LocalFrontDoor.HttpApi, "/default", 10, 500, """{"message":"Internal Server Error"}""" },
        { LocalFrontDoor.FunctionUrl, "/default", 10, 502, "Internal Server Error" },
    };

    [Theory]
    [MemberData(nameof(FrontDoors))]
    public async Task A_function_that_never_responds_is_given_up(LocalFrontDoor frontDoor, double seconds, int status, string message) =>
        Assert.Contains(
            $"the front door waits {seconds} seconds.",
            await HoldAsync(frontDoor, "/held", seconds, status, message),
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Lambda_ends_a_function_that_runs_longer_than_its_time_out(
        LocalFrontDoor frontDoor, string path, double seconds, int status, string message) =>
        Assert.Contains(
            $"Lambda ends it after {seconds} seconds, and [Function(TimeoutSeconds = ...)] gives it more.",
            await HoldAsync(frontDoor, path, seconds, status, message),
            StringComparison.Ordinal);

    // Sees nothing before the end, and returns what the console says.
    private static async Task<string> HoldAsync(LocalFrontDoor frontDoor, string path, double seconds, int status, string message)
    {
        var gate = new Gate();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));
        using var console = new ConsoleCapture();
        using var key = RSA.Create(2048);
        var service = TestService.Create(gate);
        await using var deployments = new Deployments(new DeployedService(service, service.Start(telemetry: Stream.Null)));
        var issuer = new LocalIssuer("http://localhost/_local", new RsaSecurityKey(key), clock);
        var gateway = new LocalGateway(
            deployments,
            new JwtAuthorizer(issuer, clock),
            new RequestLog(new Terminal(console, colours: false), clock),
            clock,
            GatewayShape.Of(frontDoor));
        var http = new DefaultHttpContext();
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = path;
        http.Request.Method = "GET";
        using var body = new MemoryStream();
        http.Response.Body = body;

        var handled = gateway.HandleAsync(http);
        await gate.Entered.InTimeAsync();
        clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.False(handled.IsCompleted);
        await Waits.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            return Task.FromResult(handled.IsCompleted);
        });
        await handled;
        gate.Open();

        Assert.Equal((status, message), (http.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray())));
        return console.ToString();
    }
}
