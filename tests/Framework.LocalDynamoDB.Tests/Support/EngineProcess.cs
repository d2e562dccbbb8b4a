using System.Diagnostics;
using System.Globalization;

namespace Framework.LocalDynamoDB.Tests.Support;

/// <summary>The tool <c>local-dynamodb</c> in a process of its own, to be ended.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;

    private EngineProcess(Process process, string greeting)
    {
        _process = process;
        Greeting = greeting;
        Endpoint = new(greeting.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)));
    }

    /// <summary>Its first line.</summary>
    public string Greeting { get; }

    public Uri Endpoint { get; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<EngineProcess> StartAsync(params string[] arguments)
    {
        var process = Start(["--port", "0", .. arguments]);
        var line = await process.StandardOutput.ReadLineAsync().InTimeAsync();
        return new(process, line ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync()));
    }

    /// <summary>What it says, and its exit code, where it cannot start.</summary>
    public static async Task<(int ExitCode, string Error)> FailAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = await process.StandardError.ReadToEndAsync().InTimeAsync();
        await process.WaitForExitAsync().InTimeAsync();
        return (process.ExitCode, error);
    }

    /// <summary>SIGKILL: it can finish nothing.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().InTimeAsync();
    }

    /// <summary>Sends a signal; gives the exit code.</summary>
    /// <param name="signal">Its name, such as <c>TERM</c>.</param>
    public async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().InTimeAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        // A process that a script starts in the background ignores SIGINT, and so do the processes that it starts.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        return Process.Start(new ProcessStartInfo(
            command[0], [.. command[1..], "exec", Path.Combine(AppContext.BaseDirectory, "Framework.LocalDynamoDB.Tool.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
