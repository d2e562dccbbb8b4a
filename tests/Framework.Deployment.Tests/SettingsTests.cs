using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>What <see cref="FunctionAttribute"/> says, and what Lambda and the API refuse.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void The_nearest_attribute_that_sets_a_value_counts()
    {
        var settings = Settings<Special>();

        Assert.Equal(new FunctionSettings(512, 20, 5, FunctionArchitecture.Arm64, FunctionRuntime.NativeAot), settings);
    }

    [Fact]
    public void Without_an_attribute_the_defaults_hold() =>
        Assert.Equal(new FunctionSettings(256, 10, 0, FunctionArchitecture.X64, FunctionRuntime.NativeAot), Settings<Plain>());

    [Theory]
    [InlineData(127, 10, 0, "MemoryMB = 127")]
    [InlineData(128, 10, 0, null)]
    [InlineData(10_240, 10, 0, null)]
    [InlineData(10_241, 10, 0, "MemoryMB = 10241")]
    [InlineData(128, 0, 0, "TimeoutSeconds = 0")]
    [InlineData(128, 1, 0, null)]
    [InlineData(128, 30, 0, null)]
    [InlineData(128, 31, 0, "an HTTP API waits 30 seconds")]
    [InlineData(128, 901, 0, "TimeoutSeconds = 901")]
    [InlineData(128, 10, -1, "ReservedConcurrency = -1")]
    public void A_value_out_of_range_is_refused(int memory, int timeout, int concurrency, string? fault)
    {
        var function = new FunctionModel(
            "A", "A", new FunctionSettings(memory, timeout, concurrency, FunctionArchitecture.X64, FunctionRuntime.NativeAot), [], [], UsesCursors: false);

        var exception = Record.Exception(() => SettingsReader.Check(function, (30, "an HTTP API")));

        if (fault is null)
            Assert.Null(exception);
        else
            Assert.Contains(fault, Assert.IsType<DeploymentException>(exception).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiType.HttpApi, 30, null)]
    [InlineData(ApiType.HttpApi, 31, "an HTTP API waits 30 seconds")]
    [InlineData(ApiType.RestApi, 29, null)]
    [InlineData(ApiType.RestApi, 30, "a REST API waits 29 seconds")]
    [InlineData(ApiType.FunctionUrl, 900, null)]
    [InlineData(ApiType.FunctionUrl, 901, "Lambda takes 1 to 900")]
    [InlineData(ApiType.LoadBalancer, 900, null)]
    public void Each_front_door_waits_so_long(ApiType api, int timeout, string? fault)
    {
        var model = new DeploymentModel("Shop", new DeploymentAttribute { Api = api }, [Function(timeout)], [new RouteModel("GET", "/", "A", "A", IsOpen: true)], []);

        AssertFault(fault, () => SettingsReader.Check(model.Functions[0], SettingsReader.Longest(model, model.Functions[0])));
    }

    [Theory]
    [InlineData(29, null)]
    [InlineData(30, "a WebSocket API waits 29 seconds")]
    public void A_WebSocket_API_waits_so_long(int timeout, string? fault)
    {
        var model = new DeploymentModel("Shop", new DeploymentAttribute { Api = ApiType.FunctionUrl }, [Function(timeout)], [], [])
        {
            WebSocketRoutes = [new WebSocketRouteModel("say", "A", "A", IsOpen: true, Responds: false)],
        };

        AssertFault(fault, () => SettingsReader.Check(model.Functions[0], SettingsReader.Longest(model, model.Functions[0])));
    }

    [Theory]
    [InlineData(ApiType.HttpApi, 10, null)]
    [InlineData(ApiType.HttpApi, 11, "an HTTP API waits 10 seconds")]
    [InlineData(ApiType.RestApi, 29, null)]
    [InlineData(ApiType.RestApi, 30, "API Gateway waits 29 seconds")]
    public void An_API_waits_so_long_for_an_authorizer(ApiType api, int timeout, string? fault)
    {
        var model = new DeploymentModel("Shop", new DeploymentAttribute { Api = api }, [Function(timeout) with { IsAuthorizer = true }], [], []);

        AssertFault(fault, () => SettingsReader.Check(model.Functions[0], SettingsReader.Longest(model, model.Functions[0])));
    }

    [Fact]
    public void A_REST_API_waits_longer_for_a_stream()
    {
        var model = new DeploymentModel(
            "Shop", new DeploymentAttribute { Api = ApiType.RestApi }, [Function(900) with { Streams = true }], [new RouteModel("GET", "/", "A", "A", IsOpen: true)], []);

        AssertFault(null, () => SettingsReader.Check(model.Functions[0], SettingsReader.Longest(model, model.Functions[0])));
    }

    private static FunctionModel Function(int timeout) =>
        new("A", "A", new FunctionSettings(128, timeout, 0, FunctionArchitecture.X64, FunctionRuntime.NativeAot), [], [], UsesCursors: false);

    private static void AssertFault(string? fault, Action check)
    {
        var exception = Record.Exception(check);

        if (fault is null)
            Assert.Null(exception);
        else
            Assert.Contains(fault, Assert.IsType<DeploymentException>(exception).Message, StringComparison.Ordinal);
    }

    private static FunctionSettings Settings<T>() => ModelReader.Read(FakeService.Of<T>()).Functions[0].Settings;

    [Function(MemoryMB = 1024, TimeoutSeconds = 20, Architecture = FunctionArchitecture.Arm64)]
    private abstract class Group;

    [Function(MemoryMB = 512, ReservedConcurrency = 5)]
    private sealed class Special : Group;

    private sealed class Plain;
}
