using System.Diagnostics;
using System.Globalization;

namespace Framework.Package.Tests;

/// <summary>A program that runs until a signal ends it.</summary>
internal sealed class SignalledProcess : IDisposable
{
    private readonly Process _process;

    private SignalledProcess(Process process, string firstLine)
    {
        _process = process;
        FirstLine = firstLine;
    }

    public string FirstLine { get; }

    /// <summary>Starts it and waits for its first line.</summary>
    public static async Task<SignalledProcess> StartAsync(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync().InTimeAsync();
        return new(process, line ?? throw new InvalidOperationException($"{program} ended without a word."));
    }

    /// <summary>Sends SIGTERM; gives the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().InTimeAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
