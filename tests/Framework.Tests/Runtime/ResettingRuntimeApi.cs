using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Framework.Tests.Runtime;

/// <summary>A Runtime API that gives each connection an invocation and then does with it what a test says.</summary>
internal sealed class ResettingRuntimeApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<TcpClient> _connections = Channel.CreateUnbounded<TcpClient>();
    private readonly CancellationTokenSource _end = new(Waits.Limit);
    private readonly Task _served;

    public ResettingRuntimeApi()
    {
        _listener.Start();
        _served = ServeAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>The next connection, whose first request was read.</summary>
    public async Task<TcpClient> NextAsync()
    {
        var client = await _connections.Reader.ReadAsync(_end.Token);
        await ReadAsync(client);
        return client;
    }

    public async Task<string> ReadAsync(TcpClient client)
    {
        var buffer = new byte[64 * 1024];
        return Encoding.UTF8.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, _end.Token));
    }

    public async Task GiveAsync(TcpClient client, string id, string path)
    {
        var payload = Encoding.UTF8.GetString(TestFunction.Get(path));
        await client.GetStream().WriteAsync(
            Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: {id}\r\nContent-Length: {payload.Length}\r\n\r\n{payload}"), _end.Token);
    }

    public static void Reset(TcpClient client)
    {
        client.LingerState = new LingerOption(true, 0);
        client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Record.ExceptionAsync(() => _served);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
            await _connections.Writer.WriteAsync(await _listener.AcceptTcpClientAsync(_end.Token), _end.Token);
    }
}
