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

public sealed class DeadlineTests
{
    [Fact]
    public async Task A_function_that_never_responds_is_ended_at_its_deadline()
    {
        var gate = new Gate();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));
        var began = clock.GetUtcNow();
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
            GatewayShape.Of(LocalFrontDoor.HttpApi));
        var http = new DefaultHttpContext();
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = "/held";
        http.Request.Method = "GET";
        using var body = new MemoryStream();
        http.Response.Body = body;

        var handled = gateway.HandleAsync(http);
        await gate.Entered.InTimeAsync();
        await Waits.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(handled.IsCompleted);
        });
        await handled;
        gate.Open();

        Assert.Equal(500, http.Response.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", Encoding.UTF8.GetString(body.ToArray()));
        Assert.True(clock.GetUtcNow() - began >= TimeSpan.FromSeconds(29));
        Assert.Contains("ran out of time", console.ToString(), StringComparison.Ordinal);
    }
}
