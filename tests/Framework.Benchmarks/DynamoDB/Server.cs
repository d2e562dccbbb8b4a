using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Framework.Benchmarks.DynamoDB;

/// <summary>A running DynamoDB in a process of its own.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Server(Process process, DirectoryInfo folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>Starts it and waits for its first response.</summary>
    public static Server Start(ServerCandidate candidate)
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("dynamodb-benchmark");
        var start = candidate.Start(port, folder.FullName);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new Server(process, folder, port);
        server.WaitForResponse();
        return server;
    }

    /// <summary>The most memory that it has had so far, in MB.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    public RawConnection Connect() => new(Port);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void WaitForResponse()
    {
        while (true)
            try
            {
                using var connection = Connect();
                connection.Send(HttpRequests.ListTables);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                // A refused connection costs nothing; a wait would be measured.
                Thread.Yield();
            }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
