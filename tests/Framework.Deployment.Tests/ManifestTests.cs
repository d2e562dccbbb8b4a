using System.Text.Json.Nodes;
using Framework.Authorizers;
using Framework.Deployment.Manifest;
using Framework.Deployment.Reading;
using Framework.Description;
using Framework.Functions;
using Framework.WebSockets;

namespace Framework.Deployment.Tests;

/// <summary>The manifest says all that the templates are made of.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void It_has_the_API_s_own_settings()
    {
        var service = FakeService.Of(
            [FakeService.Endpoint<Report>("GET", "/report") with { Access = AccessPolicy.Anonymous }, FakeService.Endpoint<Sends>("POST", "/say"), new("Enter", ["$connect"])],
            builder => builder.Cors.AllowOrigin("https://a.example"),
            FakeService.Authorizer<CheckKey>("x-api-key"));
        var model = ModelReader.Read(service, settings: new() { Api = ApiType.RestApi, CacheGB = 0.5, ApiStage = "v1", Shift = TrafficShift.LambdaAllAtOnce });
        var manifest = JsonNode.Parse(ManifestWriter.Write(model with { UsagePlans = [new("free") { Quota = 10, Period = QuotaPeriod.Week }] }))!;

        Assert.Equal(("rest-api", "authorizer", "v1", 0.5, "CodeDeployDefault.LambdaAllAtOnce"), (Text(manifest, "api"), Text(manifest, "access"), Text(manifest, "apiStage"), manifest["cacheGB"]!.GetValue<double>(), Text(manifest, "shift")));
        Assert.Equal("""{"name":"CheckKey","function":"CheckKey","headers":["x-api-key"],"simpleResponses":true,"cacheSeconds":60}""", manifest["authorizer"]!.ToJsonString());
        Assert.Equal("""[{"key":"$connect","endpoint":"Enter","function":"Enter","open":false,"responds":false}]""", manifest["webSocketRoutes"]!.ToJsonString());
        Assert.Equal("""[{"name":"free","rate":null,"burst":null,"quota":10,"period":"week"}]""", manifest["usagePlans"]!.ToJsonString());
        var route = manifest["routes"]![0]!;
        Assert.Equal("""{"rate":5,"burst":10}""", route["throttle"]!.ToJsonString());
        Assert.Equal(60, route["cache"]!["seconds"]!.GetValue<int>());
        Assert.Equal("https://a.example", route["cors"]!["origins"]![0]!.GetValue<string>());
        var sends = manifest["functions"]!.AsArray().Single(function => Text(function!, "name") == "Sends")!;
        Assert.Equal("connections:the address of the WebSocket API's stage", sends["environment"]!["FRAMEWORK_CONNECTIONS_ENDPOINT"]!.GetValue<string>());
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

#pragma warning disable CS9113 // The constructors are all that counts.
    [ApiCache(60)]
    [Throttle(5, 10)]
    private sealed class Report;

    private sealed class Sends(IConnections connections);

    [Authorizer("x-api-key", CacheSeconds = 60)]
    private sealed class CheckKey;
#pragma warning restore CS9113
}
