using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Framework.Local.Loopback;

/// <summary>One port on both loopback addresses, bound before anything is served, so that the service can be told its
/// own address, and so that <c>localhost</c> means this service whichever address it resolves to.</summary>
internal sealed class LoopbackSockets : IDisposable
{
    private const int Attempts = 20;

    private readonly Dictionary<AddressFamily, Socket> _sockets = [];

    private LoopbackSockets(int port)
    {
        Port = Bind(IPAddress.Loopback, port);
        if (!Socket.OSSupportsIPv6)
            return;
        try
        {
            Bind(IPAddress.IPv6Loopback, Port);
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressNotAvailable)
        {
            // IPv6 is compiled in but switched off.
        }
    }

    public int Port { get; }

    public IEnumerable<IPEndPoint> Endpoints => _sockets.Values.Select(socket => (IPEndPoint)socket.LocalEndPoint!);

    /// <summary>Binds a port, or any free one for 0.</summary>
    /// <exception cref="LocalFailureException">The port cannot be had.</exception>
    public static LoopbackSockets Bind(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new LoopbackSockets(port);
            }
            catch (SocketException) when (port == 0 && attempt < Attempts)
            {
                // Free on IPv4, taken on IPv6: the next one.
            }
            catch (SocketException exception)
            {
                throw new LocalFailureException(
                    exception.SocketErrorCode == SocketError.AddressAlreadyInUse
                        ? $"Port {port} is taken by another program: end it, or choose another port with --port."
                        : $"Port {port} cannot be opened ({exception.Message}): choose another with --port.",
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

    private int Bind(IPAddress address, int port)
    {
        try
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(address, port));
            _sockets.Add(address.AddressFamily, socket);
            // From here on the port is ours; who calls before the service is ready waits.
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
