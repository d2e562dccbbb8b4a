using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Framework.Benchmarks.DynamoDB;

/// <summary>
/// One kept-alive connection that blocks: the client costs as little as it can, and the same for every server.
/// </summary>
internal sealed class RawConnection(int port) : IDisposable
{
    private readonly Socket _socket = Connect(port);
    private readonly byte[] _buffer = new byte[256 * 1024];

    public void Dispose() => _socket.Dispose();

    /// <exception cref="InvalidOperationException">The server refused: a figure for a wrong response would be worth nothing.</exception>
    public void Send(byte[] request)
    {
        _socket.Send(request);
        var read = 0;
        int headers;
        while ((headers = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0)
            read += Receive(read);
        var end = headers + 4 + ContentLength(_buffer.AsSpan(0, headers));
        while (read < end)
            read += Receive(read);
        if (!_buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer.AsSpan(0, read)));
    }

    private int Receive(int offset) => _socket.Receive(_buffer.AsSpan(offset)) is var count and > 0
        ? count
        : throw new SocketException((int)SocketError.ConnectionReset);

    private static int ContentLength(ReadOnlySpan<byte> headers)
    {
        var text = Encoding.ASCII.GetString(headers);
        var start = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase) + "Content-Length: ".Length;
        var end = text.IndexOf('\r', start);
        return int.Parse(end < 0 ? text[start..] : text[start..end], CultureInfo.InvariantCulture);
    }

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
