using System.Diagnostics;

namespace Framework.Local.Tests.DynamoDB.Support;

/// <summary>The engine in a process of its own, to be killed.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;

    private EngineProcess(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    public static async Task<EngineProcess> StartAsync(string dataFile)
    {
        var process = Start(dataFile);
        return new(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>What it says, and its exit code, where it cannot start.</summary>
    public static async Task<(int ExitCode, string Error)> FailAsync(string dataFile)
    {
        using var process = Start(dataFile);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    /// <summary>SIGKILL: it can finish nothing.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static Process Start(string dataFile) => Process.Start(new ProcessStartInfo(
        "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Framework.DynamoDBServer.dll"), $"file={dataFile}"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
