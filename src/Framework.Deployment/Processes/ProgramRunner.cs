using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Framework.Deployment.Model;

namespace Framework.Deployment.Processes;

/// <summary>The one place where programs are started.</summary>
/// <param name="path">The folders that are searched for a program, as the variable PATH has them.</param>
/// <param name="clock">Measures the limits.</param>
internal sealed class ProgramRunner(string path, TimeProvider clock)
{
    /// <summary>Whether a program is there.</summary>
    public bool Has(string program) => Find(program) is not null;

    /// <summary>Runs a program and waits for its end.</summary>
    /// <param name="call">The program.</param>
    /// <param name="cancellation">Ends the program, and what it has started.</param>
    /// <param name="report">Takes each line of standard output as it comes.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="DeploymentException">It is not there, or takes longer than its limit.</exception>
    public async Task<ProgramResult> RunAsync(ProgramCall call, CancellationToken cancellation, Action<string>? report = null)
    {
        using var limit = new CancellationTokenSource(call.Limit, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Start(call);
        try
        {
            var output = ReadAsync(process.StandardOutput, report, end.Token);
            var errors = ReadAsync(process.StandardError, report: null, end.Token);
            await process.WaitForExitAsync(end.Token);
            return new ProgramResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new DeploymentException($"{call.Program} did not end within {call.Limit.TotalMinutes:0.##} minutes and was ended: {call}");
        }
    }

    private Process Start(ProgramCall call)
    {
        var program = Find(call.Program) ?? throw new DeploymentException($"{call.Program} is not on the PATH: install it, or add its folder to the PATH.");
        var start = new ProcessStartInfo(program, call.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in call.Variables)
            start.Environment[name] = value;
        try
        {
            var process = Process.Start(start)!;
            // A program that asks a question gets no response, and says so instead of waiting for it.
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw new DeploymentException($"{program} cannot be started: {exception.Message}");
        }
    }

    private string? Find(string program)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string>? report, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            text.Append(line).Append('\n');
            report?.Invoke(line);
        }
        return text.ToString();
    }
}
