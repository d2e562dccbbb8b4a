using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Todo.Page.Tests.Site;

/// <summary>The built service, run as its users run it, on a free port and with an empty table in memory.</summary>
internal sealed partial class TodoProcess : IDisposable
{
    private readonly Process _process;

    private TodoProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<TodoProcess> StartAsync(string[]? options = null, Dictionary<string, string>? environment = null)
    {
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var project = Path.Combine(RootOf(output), "src", "Todo.Service");
        var assembly = Path.Combine(project, "bin", output.Parent!.Name, output.Name, "Todo.Service.dll");
        if (!File.Exists(assembly))
            throw new FileNotFoundException("Build src/Todo.Service first, in the configuration of these tests.", assembly);

        var start = new ProcessStartInfo("dotnet", [assembly, "--port", "0", "--in-memory", .. options ?? []])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var address = await ReadAddressAsync(process).InTimeAsync();
            // What it goes on to say must be read, or its pipe fills up and it stands still.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new TodoProcess(process, address);
        }
        catch
        {
            Stop(process);
            throw;
        }
    }

    public void Dispose() => Stop(_process);

    private static async Task<Uri> ReadAddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (LocalAddress().Match(line) is { Success: true } match)
                return new Uri(match.Value);
        }
        throw new InvalidOperationException("Todo.Service ended without saying where it listens.");
    }

    // tests/Todo.Page.Tests/bin/<configuration>/<framework>
    private static string RootOf(DirectoryInfo output) => output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    private static void Stop(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [GeneratedRegex(@"http://localhost:\d+")]
    private static partial Regex LocalAddress();
}
