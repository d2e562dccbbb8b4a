using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Framework.Testing.RuntimeApi;

/// <summary>A published function as Lambda runs it: its own process, with Lambda's environment variables and no others.</summary>
public sealed partial class FunctionProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private readonly Process _process;

    private FunctionProcess(Process process)
    {
        _process = process;
        Output = new(process.StandardOutput);
        Error = new(process.StandardError);
        Exited = WaitForExitAsync();
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>What it wrote to stdout: in AWS, the log.</summary>
    public LineLog Output { get; }

    /// <summary>What it wrote to stderr.</summary>
    public LineLog Error { get; }

    /// <summary>Completes with the exit code (128 and the signal's number when a signal ended it), all lines read.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts an executable against an emulator.</summary>
    /// <param name="executable">
    /// The published binary, or a framework-dependent <c>.dll</c>, which <c>dotnet</c> starts as Lambda's managed .NET
    /// runtime does. Its folder becomes <c>LAMBDA_TASK_ROOT</c> and the working directory.
    /// </param>
    /// <param name="emulator">The Runtime API that it will talk to.</param>
    /// <param name="options">The function's configuration.</param>
    /// <exception cref="Win32Exception">The binary is missing or not executable.</exception>
    public static FunctionProcess Start(
        string executable, RuntimeApiEmulator emulator, FunctionProcessOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        var path = Path.GetFullPath(executable);
        var taskRoot = Path.GetDirectoryName(path)!;
        var isManaged = Path.GetExtension(path) == ".dll";
        var start = isManaged ? new ProcessStartInfo("dotnet", ["exec", path]) : new ProcessStartInfo(path);
        start.WorkingDirectory = taskRoot;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in (options ?? new()).Variables(emulator.Address, taskRoot, isManaged))
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>SIGTERM, as before Lambda shuts an environment down that has an extension (<see cref="RuntimeApiEmulator.Extensions"/>);
    /// without one, Lambda kills the process.</summary>
    public void Terminate()
    {
        if (!_process.HasExited)
            _ = SendSignal(_process.Id, SigTerm);
    }

    /// <summary>SIGKILL, as after a timeout.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Kills the process where it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        _process.Dispose();
    }

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        await Task.WhenAll(Output.Ended, Error.Ended);
        return _process.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
