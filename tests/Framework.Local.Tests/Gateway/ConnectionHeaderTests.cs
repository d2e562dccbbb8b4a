using System.Security.Cryptography;
using Framework.Description;
using Framework.Hosting;
using Framework.Http;
using Framework.Local.Gateway;
using Framework.Local.Issuer;
using Framework.Local.Output;
using Framework.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Tests.Gateway;

/// <summary>Headers that belong to the connection between client and gateway (RFC 9110, section 7.6.1).</summary>
public sealed class ConnectionHeaderTests
{
    [Theory]
    [InlineData("Connection", "close")]
    [InlineData("Keep-Alive", "timeout=5")]
    [InlineData("TE", "trailers")]
    [InlineData("Trailer", "x-sum")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Upgrade", "h2c")]
    public async Task A_function_sets_none_of_them(string name, string value)
    {
        var headers = await HeadersAsync(name, value);

        Assert.False(headers.ContainsKey(name));
        Assert.Equal("kept", headers["x-other"]);
    }

    [Theory]
    [InlineData("GET", 4L)]
    [InlineData("HEAD", null)]
    public async Task The_length_of_a_body_is_not_the_one_that_the_function_says(string method, long? length) =>
        Assert.Equal(length, (await HeadersAsync("Content-Length", "999", method)).ContentLength);

    private static async Task<IHeaderDictionary> HeadersAsync(string name, string value, string method = "GET")
    {
        var service = Service(name, value);
        using var console = new ConsoleCapture();
        using var key = RSA.Create(2048);
        await using var deployments = new Deployments(new DeployedService(service, service.Start(telemetry: Stream.Null)));
        var gateway = new LocalGateway(
            deployments,
            new JwtAuthorizer(new LocalIssuer("http://localhost/_local", new RsaSecurityKey(key), TimeProvider.System), TimeProvider.System),
            new RequestLog(new Terminal(console, colours: false), TimeProvider.System),
            TimeProvider.System,
            GatewayShape.Of(LocalFrontDoor.HttpApi));
        var http = new DefaultHttpContext();
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = "/a";
        http.Request.Method = method;

        await gateway.HandleAsync(http).InTimeAsync();

        Assert.Equal(200, http.Response.StatusCode);
        return http.Response.Headers;
    }

    private static Microservice Service(string name, string value)
    {
        var description = new EndpointDescription("A", "GET", "/a") { Access = AccessPolicy.Anonymous };
        var endpoint = new HandEndpoint(description, _ =>
        {
            var response = Response.Text(200, "body");
            response.Headers[name] = value;
            response.Headers["x-other"] = "kept";
            return new(response);
        });
        return new MicroserviceBuilder("Test.Service", [], [endpoint], LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        }.Build();
    }
}
