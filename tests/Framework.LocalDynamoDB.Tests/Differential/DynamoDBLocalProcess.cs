using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>
/// Amazon's DynamoDB Local (Java), where FRAMEWORK_DYNAMODB_LOCAL names the folder with DynamoDBLocal.jar and
/// DynamoDBLocal_lib. Where it does not, <see cref="Endpoint"/> skips the test.
/// </summary>
public sealed class DynamoDBLocalProcess : IAsyncLifetime
{
    private Process? _process;
    private Uri? _endpoint;
    private string? _missing;

    public Uri Endpoint
    {
        get
        {
            if (_missing is not null)
                Assert.Skip(_missing);
            return _endpoint!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var folder = Environment.GetEnvironmentVariable("FRAMEWORK_DYNAMODB_LOCAL");
        if (folder is null || !File.Exists(Path.Combine(folder, "DynamoDBLocal.jar")))
        {
            _missing = "FRAMEWORK_DYNAMODB_LOCAL does not name a folder with DynamoDBLocal.jar.";
            return;
        }

        var port = FreePort();
        var start = new ProcessStartInfo("java")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory",
                "-port", port.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            _missing = "There is no java to run DynamoDB Local with.";
            return;
        }

        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _endpoint = new Uri($"http://127.0.0.1:{port}/");
        await WaitUntilItListensAsync(port);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
    }

    private async Task WaitUntilItListensAsync(int port)
    {
        using var deadline = new CancellationTokenSource(Waits.Limit);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
                return;
            }
            catch (SocketException) when (!_process!.HasExited)
            {
                await Task.Delay(50, deadline.Token);
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
