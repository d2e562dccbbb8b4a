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

/// <summary>How long each front door waits for a function, and what it says then.</summary>
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

    [Theory]
    [MemberData(nameof(FrontDoors))]
    public async Task A_function_that_never_responds_is_given_up(LocalFrontDoor frontDoor, double seconds, int status, string message)
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
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = "/held";
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
        Assert.Contains("ran out of time", console.ToString(), StringComparison.Ordinal);
    }
}
