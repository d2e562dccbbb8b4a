using System.Runtime.InteropServices;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Packaging;

/// <summary><c>package</c> with a stand-in for .NET's SDK.</summary>
public sealed class PublicationTests : IDisposable
{
    private readonly TestDeployment _deployment = new();
    private readonly StandIn _dotnet;

    public PublicationTests()
    {
        _dotnet = new StandIn(_deployment.Folder, "dotnet");
        _deployment.Variables["PATH"] = _deployment.Aws.Folder;
    }

    [Fact]
    public async Task A_publish_that_fails_is_shown_with_its_command()
    {
        _dotnet.Fails("publish", 1, "error CS1002: ; expected");

        var (code, output, errors) = await _deployment.RunAsync("package");

        Assert.Equal(1, code);
        Assert.Equal("Publishing Shop for x86_64, Native AOT", output.TrimEnd());
        Assert.StartsWith("dotnet publish failed:\nerror CS1002: ; expected\nThe command was: dotnet publish ", errors, StringComparison.Ordinal);
        Assert.Contains(" -r linux-x64 ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_linker_of_the_other_processor_it_is_one_sentence()
    {
        var other = RuntimeInformation.OSArchitecture is System.Runtime.InteropServices.Architecture.Arm64 ? "x86_64" : "arm64";

        var (code, _, errors) = await _deployment.RunAsync("package", "--architecture", other);

        Assert.Equal(1, code);
        Assert.StartsWith($"This machine cannot link for {other}, as {(other == "arm64" ? "aarch64" : other)}-linux-gnu-gcc is not on the PATH: install it, or build in a container, docker run ", errors, StringComparison.Ordinal);
        Assert.Empty(_dotnet.Calls);
    }

    public void Dispose() => _deployment.Dispose();
}
