using Framework.Description;
using Framework.Hosting;
using Framework.Http;
using Framework.Local;
using Framework.Local.CommandLine;
using Framework.Local.Hosting;
using Framework.Local.Output;
using Framework.Local.Tests;
using Framework.Runtime;
using Framework.Tokens;

namespace Todo.Page.Tests.Origins;

/// <summary>A service that lets pages of one origin send credentials, and refuses and fails as they ask.</summary>
internal static class OriginService
{
    /// <summary>Starts it in the local cloud.</summary>
    public static Task<LocalServer> StartAsync(LocalFrontDoor frontDoor, bool isLeftToGateway, string origin)
    {
        var builder = new MicroserviceBuilder(
            "Origins",
            [],
            [
                new HandEndpoint(new("Echo", "POST", "/echo") { Access = AccessPolicy.Anonymous }, _ => new(Response.Text(200, "echo"))),
                new HandEndpoint(new("Fail", "GET", "/fail") { Access = AccessPolicy.Anonymous }, _ => throw new TimeZoneNotFoundException("secret")),
                new HandEndpoint(new("AdminsOnly", "GET", "/admins") { Access = new AccessPolicy(false, [["admins"]], []) }, _ => new(Response.Text(200, "in"))),
            ],
            LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        };
        builder.Cors.AllowOrigin(origin).AllowCredentials();
        if (isLeftToGateway)
            builder.Cors.LeaveToGateway();
        // A function URL and a load balancer have no authorizer.
        if (frontDoor is LocalFrontDoor.FunctionUrl or LocalFrontDoor.Alb or LocalFrontDoor.AlbMultiValue)
            builder.Services.AddTokenValidation();
        return LocalServer.StartAsync(
            builder.Build(), new LocalOptions(Port: 0, DataFolder: null, Reset: false, frontDoor), new Terminal(TextWriter.Null, colours: false));
    }
}
