using System.Net;
using System.Net.Http.Json;

namespace Framework.Package.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task Hello_restores_the_packages_and_responds()
    {
        await using var sample = await RunningSample.StartAsync("Hello");

        Assert.Equal("""{"text":"Hello, world!"}""", await sample.Client.GetStringAsync("/hello/world"));
    }

    [Fact]
    public async Task A_signal_ends_Hello_with_0()
    {
        var project = Path.Combine(PackedFeed.Root, "samples", "Hello");
        await PackedFeed.DotnetAsync($"build \"{project}\" --nologo -v quiet");
        using var sample = await SignalledProcess.StartAsync(
            "dotnet", Path.Combine(project, "bin", "Debug", "net10.0", "Hello.dll"), "--port", "0", "--in-memory");

        Assert.Equal(0, await sample.TerminateAsync());
    }

    [Fact]
    public void Hello_is_under_40_lines_in_all()
    {
        var lines = Directory.GetFiles(Path.Combine(PackedFeed.Root, "samples", "Hello"))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".csproj", StringComparison.Ordinal))
            .Sum(file => File.ReadAllLines(file).Length);

        Assert.InRange(lines, 1, 39);
    }

    [Theory]
    [InlineData("Bookings")]
    [InlineData("Chat")]
    public async Task The_tests_of_a_sample_pass(string name)
    {
        var project = Path.Combine(PackedFeed.Root, "samples", name, $"{name}.Tests");
        await PackedFeed.DotnetAsync($"build \"{project}\" --nologo -v quiet");

        var output = await PackedFeed.DotnetAsync($"exec \"{Path.Combine(project, "bin", "Debug", "net10.0", $"{name}.Tests.dll")}\"");

        Assert.Matches("Total: [1-9][0-9]*, Errors: 0, Failed: 0, Skipped: 0", output);
    }

    [Fact]
    public async Task Visits_keeps_items_in_its_own_table()
    {
        await using var sample = await RunningSample.StartAsync("Visits");

        var recorded = await sample.Client.PostAsJsonAsync("/pages/home/visits", new { visitor = "ann" });
        var listed = await sample.Client.GetStringAsync("/pages/home/visits");

        Assert.Equal(HttpStatusCode.Created, recorded.StatusCode);
        Assert.Contains("\"visitor\":\"ann\"", listed, StringComparison.Ordinal);
    }
}
