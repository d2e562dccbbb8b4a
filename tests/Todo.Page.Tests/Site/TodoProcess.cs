using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Todo.Page.Tests.Site;

/// <summary>The built service, run as its users run it, on a free port and with an empty table in memory.</summary>
internal sealed partial class TodoProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private TodoProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<TodoProcess> StartAsync()
    {
        var assembly = BuiltService();
        var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "--port", "0", "--in-memory"])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var address = await ReadAddressAsync(process).WaitAsync(StartLimit);
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

    /// <summary>src/Todo.Service's output for the configuration that these tests were built in.</summary>
    private static string BuiltService()
    {
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var path = Path.Combine(
            root, "src", "Todo.Service", "bin", output.Parent.Name, output.Name, "Todo.Service.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("Build src/Todo.Service first.", path);
    }

    private static void Stop(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [GeneratedRegex(@"http://localhost:\d+")]
    private static partial Regex LocalAddress();
}
