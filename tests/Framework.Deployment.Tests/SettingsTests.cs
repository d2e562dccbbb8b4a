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

        var exception = Record.Exception(() => SettingsReader.Check(function, ApiType.HttpApi));

        if (fault is null)
            Assert.Null(exception);
        else
            Assert.Contains(fault, Assert.IsType<DeploymentException>(exception).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void A_REST_API_waits_a_second_less(int timeout, bool isTaken)
    {
        var function = new FunctionModel(
            "A", "A", new FunctionSettings(128, timeout, 0, FunctionArchitecture.X64, FunctionRuntime.NativeAot), [], [], UsesCursors: false);

        Assert.Equal(isTaken, Record.Exception(() => SettingsReader.Check(function, ApiType.RestApi)) is null);
    }

    private static FunctionSettings Settings<T>() => ModelReader.Read(FakeService.Of<T>()).Functions[0].Settings;

    [Function(MemoryMB = 1024, TimeoutSeconds = 20, Architecture = FunctionArchitecture.Arm64)]
    private abstract class Group;

    [Function(MemoryMB = 512, ReservedConcurrency = 5)]
    private sealed class Special : Group;

    private sealed class Plain;
}
