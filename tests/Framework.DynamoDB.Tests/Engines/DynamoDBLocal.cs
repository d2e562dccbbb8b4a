using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Framework.DynamoDB.Tests.Engines;

[assembly: AssemblyFixture(typeof(DynamoDBLocal))]

namespace Framework.DynamoDB.Tests.Engines;

/// <summary>AWS's DynamoDB Local in memory, from the folder that FRAMEWORK_DYNAMODB_LOCAL names.</summary>
public sealed class DynamoDBLocal : IEngine, IAsyncLifetime
{
    private Process? _process;
    private Uri? _endpoint;
    private Exception? _failure;

    public Uri? Endpoint => _failure is null ? _endpoint : throw new InvalidOperationException("DynamoDB Local did not start.", _failure);

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("FRAMEWORK_DYNAMODB_LOCAL") is not { Length: > 0 } folder)
            return;
        try
        {
            await StartAsync(folder);
        }
#pragma warning disable CA1031 // What keeps it from starting fails its own tests, and not those of the other engine.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = exception;
        }
    }

    private async Task StartAsync(string folder)
    {
        var port = FreePort();
        _process = Process.Start(new ProcessStartInfo("java")
        {
            WorkingDirectory = folder,
            ArgumentList =
            {
                "-Djava.library.path=DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar",
                "-inMemory", "-disableTelemetry", "-port", $"{port}",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var endpoint = new Uri($"http://127.0.0.1:{port}");
        await ResponsesAsync(endpoint, _process);
        _endpoint = endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
    }

    private static async Task ResponsesAsync(Uri endpoint, Process process)
    {
        using var http = new HttpClient();
        using var limit = new CancellationTokenSource(Waits.Limit);
        while (true)
        {
            try
            {
                using var _ = await http.GetAsync(endpoint, limit.Token);
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
