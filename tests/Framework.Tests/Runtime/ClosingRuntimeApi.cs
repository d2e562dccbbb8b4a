using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Framework.Tests.Runtime;

/// <summary>A Runtime API in HTTP/1.0: it takes one request a connection, says no length and closes. It gives the same event
/// again and again.</summary>
internal sealed class ClosingRuntimeApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _responses = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _end = new();
    private readonly byte[] _payload;
    private readonly Task _served;

    public ClosingRuntimeApi(byte[] payload)
    {
        _payload = payload;
        _listener.Start();
        _served = ServeAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public async Task<string> NextResponseAsync() => await _responses.Reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Record.ExceptionAsync(() => _served);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            var stream = client.GetStream();
            var text = Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, _end.Token));
            if (text.StartsWith("GET", StringComparison.Ordinal))
                await stream.WriteAsync((byte[])[.. "HTTP/1.0 200 OK\r\nLambda-Runtime-Aws-Request-Id: id\r\n\r\n"u8, .. _payload], _end.Token);
            else
                await stream.WriteAsync("HTTP/1.0 202 Accepted\r\n\r\n"u8.ToArray(), _end.Token);
            if (text.StartsWith("POST", StringComparison.Ordinal))
                _responses.Writer.TryWrite(text);
        }
    }
}
