using System.Diagnostics;

namespace Framework.Package.Tests;

/// <summary>A service that was built on the packed packages and runs behind its local cloud.</summary>
internal sealed class RunningSample : IAsyncDisposable
{
    private readonly Process _process;

    private RunningSample(Process process, string address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    /// <summary>Builds and starts a project of the folder samples.</summary>
    public static async Task<RunningSample> StartAsync(string name)
    {
        var project = Path.Combine(PackedFeed.Root, "samples", name);
        await PackedFeed.DotnetAsync($"build \"{project}\" --nologo -v quiet");
        return await RunAsync(Path.Combine(project, "bin", "Debug", "net10.0", $"{name}.dll"));
    }

    /// <summary>Starts what is built, with environment variables of its own.</summary>
    public static async Task<RunningSample> RunAsync(string assembly, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{assembly}\" --port 0 --in-memory") { RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync().InTimeAsync() is { } line)
        {
            if (line.IndexOf("http://localhost:", StringComparison.Ordinal) is >= 0 and var at)
                return new RunningSample(process, line[at..].Trim());
        }
        throw new InvalidOperationException($"{assembly} ended before it was up.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
    }
}
