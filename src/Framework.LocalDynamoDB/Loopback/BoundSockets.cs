using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Framework.LocalDynamoDB.Loopback;

/// <summary>The sockets of a server, bound before anything is served, so that a service can know its own address. On the
/// loopback address they are two, so that <c>localhost</c> means this server whichever address it resolves to.</summary>
internal sealed class BoundSockets : IDisposable
{
    private const int Attempts = 20;

    private readonly Dictionary<AddressFamily, Socket> _sockets = [];

    private BoundSockets(IPAddress address, int port)
    {
        Port = Listen(address, port);
        if (!address.Equals(IPAddress.Loopback) || !Socket.OSSupportsIPv6)
            return;
        try
        {
            Listen(IPAddress.IPv6Loopback, Port);
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressNotAvailable)
        {
            // IPv6 is compiled in but switched off.
        }
    }

    public int Port { get; }

    public IEnumerable<IPEndPoint> Endpoints => _sockets.Values.Select(socket => (IPEndPoint)socket.LocalEndPoint!);

    /// <summary>Binds a port of the loopback addresses, or any free one for 0.</summary>
    /// <exception cref="IOException">The port is not available; the message is the beginning of a sentence.</exception>
    public static BoundSockets Bind(int port) => Bind(IPAddress.Loopback, port);

    /// <summary>Binds a port of an address, or any free one for 0.</summary>
    /// <exception cref="IOException">The port is not available; the message is the beginning of a sentence.</exception>
    public static BoundSockets Bind(IPAddress address, int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new BoundSockets(address, port);
            }
            catch (SocketException) when (port == 0 && attempt < Attempts)
            {
                // The port is free on IPv4 and taken on IPv6: try another one.
            }
            catch (SocketException exception)
            {
                throw new IOException(
                    exception.SocketErrorCode == SocketError.AddressAlreadyInUse
                        ? $"Port {port} is taken by another program"
                        : $"Port {port} of {address} cannot be opened ({exception.Message})",
                    exception);
            }
        }
    }

    public Socket Of(EndPoint endpoint) => _sockets[endpoint.AddressFamily];

    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
            socket.Dispose();
    }

    private int Listen(IPAddress address, int port)
    {
        try
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(address, port));
            _sockets.Add(address.AddressFamily, socket);
            // From here on the port is taken. A client that connects before the service is ready waits.
            socket.Listen();
            return ((IPEndPoint)socket.LocalEndPoint!).Port;
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
