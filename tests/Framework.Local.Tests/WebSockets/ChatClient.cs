using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Framework.Local.Tests.WebSockets;

/// <summary>A client of the local WebSocket API.</summary>
internal sealed class ChatClient : IDisposable
{
    public ClientWebSocket Socket { get; } = new();

    /// <summary>Connects.</summary>
    public static async Task<ChatClient> ConnectAsync(TestCloud cloud, string query = "", params (string Name, string Value)[] headers)
    {
        var client = new ChatClient();
        foreach (var (name, value) in headers)
            client.Socket.Options.SetRequestHeader(name, value);
        await client.Socket.ConnectAsync(AddressOf(cloud, query), CancellationToken.None).InTimeAsync();
        return client;
    }

    /// <summary>Connects where the gateway refuses it.</summary>
    public static async Task<HttpStatusCode> RefusedAsync(TestCloud cloud, string query = "", params (string Name, string Value)[] headers)
    {
        using var client = new ChatClient();
        client.Socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
            client.Socket.Options.SetRequestHeader(name, value);
        await Assert.ThrowsAsync<WebSocketException>(() => client.Socket.ConnectAsync(AddressOf(cloud, query), CancellationToken.None).InTimeAsync());
        return client.Socket.HttpStatusCode;
    }

    public static Uri AddressOf(TestCloud cloud, string query = "") => new UriBuilder(cloud.Address) { Scheme = "ws", Path = "/_local/ws", Query = query }.Uri;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] frame, bool isLast = true, WebSocketMessageType type = WebSocketMessageType.Text) =>
        Socket.SendAsync(frame, type, isLast, CancellationToken.None).InTimeAsync();

    /// <summary>The next message.</summary>
    public async Task<string> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await Socket.ReceiveAsync(buffer, CancellationToken.None).InTimeAsync();
            Assert.Equal(WebSocketMessageType.Text, received.MessageType);
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    /// <summary>Waits until the gateway closes the connection, and replies.</summary>
    public async Task<(int Status, string? Reason)> ClosedAsync()
    {
        var received = await Socket.ReceiveAsync(new byte[4096], CancellationToken.None).InTimeAsync();
        Assert.Equal(WebSocketMessageType.Close, received.MessageType);
        await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None).InTimeAsync();
        return ((int)received.CloseStatus!, received.CloseStatusDescription);
    }

    public Task CloseAsync(WebSocketCloseStatus status, string? reason = null) =>
        Socket.CloseAsync(status, reason, CancellationToken.None).InTimeAsync();

    public void Dispose() => Socket.Dispose();
}
