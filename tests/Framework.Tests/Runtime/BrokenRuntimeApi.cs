using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Framework.Tests.Runtime;

/// <summary>A Runtime API that sends fixed responses, one a request, and keeps what it was asked.</summary>
internal sealed class BrokenRuntimeApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _served;

    public BrokenRuntimeApi(params string[] responses)
    {
        _listener.Start();
        _served = ServeAsync(responses);
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _served;
    }

    private async Task ServeAsync(string[] responses)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[64 * 1024];
        foreach (var response in responses)
        {
            var count = await stream.ReadAsync(buffer);
            Requests.Add(Encoding.UTF8.GetString(buffer, 0, count).Split(" HTTP/")[0]);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(response));
        }
    }
}
