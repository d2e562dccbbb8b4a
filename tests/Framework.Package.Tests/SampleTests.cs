using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Framework.Package.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task Hello_restores_the_packages_and_answers()
    {
        await using var sample = await Sample.StartAsync("Hello");

        Assert.Equal("""{"text":"Hello, world!"}""", await sample.Client.GetStringAsync("/hello/world"));
    }

    [Fact]
    public void Hello_is_under_40_lines_in_all()
    {
        var lines = Directory.GetFiles(Path.Combine(PackedFeed.Root, "samples", "Hello"))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".csproj", StringComparison.Ordinal))
            .Sum(file => File.ReadAllLines(file).Length);

        Assert.InRange(lines, 1, 39);
    }

    [Fact]
    public async Task Visits_keeps_items_in_its_own_table()
    {
        await using var sample = await Sample.StartAsync("Visits");

        var recorded = await sample.Client.PostAsJsonAsync("/pages/home/visits", new { visitor = "ann" });
        var listed = await sample.Client.GetStringAsync("/pages/home/visits");

        Assert.Equal(HttpStatusCode.Created, recorded.StatusCode);
        Assert.Contains("\"visitor\":\"ann\"", listed, StringComparison.Ordinal);
    }

    /// <summary>A sample, built from the packed feed and running behind its local cloud.</summary>
    private sealed class Sample : IAsyncDisposable
    {
        private readonly Process _process;

        private Sample(Process process, string address)
        {
            _process = process;
            Client = new HttpClient { BaseAddress = new Uri(address) };
        }

        public HttpClient Client { get; }

        public static async Task<Sample> StartAsync(string name)
        {
            var project = Path.Combine(PackedFeed.Root, "samples", name);
            await PackedFeed.DotnetAsync($"build \"{project}\" --nologo -v quiet");
            var start = new ProcessStartInfo(
                "dotnet", $"\"{Path.Combine(project, "bin", "Debug", "net10.0", $"{name}.dll")}\" --port 0 --in-memory")
            {
                RedirectStandardOutput = true,
            };
            var process = Process.Start(start)!;
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.IndexOf("http://localhost:", StringComparison.Ordinal) is >= 0 and var at)
                    return new Sample(process, line[at..].Trim());
            }
            throw new InvalidOperationException($"{name} ended before it was up.");
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}
