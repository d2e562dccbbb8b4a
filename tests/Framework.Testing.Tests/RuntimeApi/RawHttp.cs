using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Framework.Testing.Tests.RuntimeApi;

/// <summary>HTTP byte for byte, for what HttpClient does not do: trailers of a request, a broken body.</summary>
internal static class RawHttp
{
    /// <summary>Sends text and reads until the response holds a text.</summary>
    public static async Task<string> SendAsync(string address, string request, string until)
    {
        using var socket = await ConnectAsync(address);
        await socket.SendAsync(Encoding.UTF8.GetBytes(request));
        var received = new List<byte>();
        var buffer = new byte[4096];
        while (!Encoding.UTF8.GetString([.. received]).Contains(until, StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(buffer);
            if (count == 0)
                throw new EndOfStreamException(Encoding.UTF8.GetString([.. received]));
            received.AddRange(buffer.AsSpan(0, count));
        }
        return Encoding.UTF8.GetString([.. received]);
    }

    /// <summary>Sends text and closes the connection.</summary>
    public static async Task SendAndBreakAsync(string address, string request)
    {
        using var socket = await ConnectAsync(address);
        await socket.SendAsync(Encoding.UTF8.GetBytes(request));
        socket.Shutdown(SocketShutdown.Send);
    }

    private static async Task<Socket> ConnectAsync(string address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(address));
        return socket;
    }
}
