using System.Net;
using System.Net.Sockets;

namespace Framework.Runtime;

/// <summary>Where Lambda's own APIs are: the host and port that <c>AWS_LAMBDA_RUNTIME_API</c> gives.</summary>
internal sealed class RuntimeAddress
{
    // The longest name of a host (RFC 1035, section 2.3.4), and a port.
    private const int MaxLength = 255 + 6;

    private readonly string _host;
    private readonly int _port;

    /// <summary>Reads an address.</summary>
    /// <exception cref="RuntimeApiException">The text is not an address.</exception>
    public RuntimeAddress(string text)
    {
        // The address is checked as a part of a URI: it has no user, path or query, and its port is valid.
        if (text.Length > MaxLength || !Uri.TryCreate($"http://{text}", UriKind.Absolute, out var uri)
            || uri.Port is < 1 || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || text[^1] is '/' or ':')
            throw new RuntimeApiException("AWS_LAMBDA_RUNTIME_API must be a host and a port, such as 127.0.0.1:9001.");
        (Text, _host, _port) = (text, uri.IdnHost, uri.Port);
    }

    /// <summary>The text, for the header <c>Host</c>.</summary>
    public string Text { get; }

    /// <summary>Opens a connection.</summary>
    /// <param name="blocking">Whether the connection may block its thread.</param>
    public IByteChannel Connect(bool blocking)
    {
        var socket = Connect();
        return blocking ? new BlockingChannel(socket) : new AsynchronousChannel(socket);
    }

    // Lambda gives an IPv4 address: a socket of that family avoids the mapping to IPv6 for every packet.
    private Socket Connect()
    {
        var isAddress = IPAddress.TryParse(_host, out var ip);
        var socket = isAddress
            ? new Socket(ip!.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (isAddress)
            socket.Connect(ip!, _port);
        else
            socket.Connect(_host, _port);
        return socket;
    }
}
