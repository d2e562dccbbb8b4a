using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Framework.Tls.Tests;

/// <summary>Puts TLS in front of a plain server on this machine.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2 _certificate;
    private readonly int _port;
    private readonly Task _accepting;

    /// <param name="certificate">The certificate that it shows.</param>
    /// <param name="port">The plain server's port.</param>
    public TlsFront(X509Certificate2 certificate, int port)
    {
        (_certificate, _port) = (certificate, port);
        _listener.Start();
        Address = new Uri($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
        _certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        await using (var tls = new SslStream(client.GetStream()))
        {
            try
            {
                client.NoDelay = server.NoDelay = true;
                await tls.AuthenticateAsServerAsync(_certificate);
                await server.ConnectAsync(IPAddress.Loopback, _port, _end.Token);
                await Task.WhenAny(
                    tls.CopyToAsync(server.GetStream(), _end.Token), server.GetStream().CopyToAsync(tls, _end.Token));
            }
            catch (Exception exception) when (exception is IOException or AuthenticationException or OperationCanceledException or SocketException)
            {
                // A client that refuses the certificate is what some tests are for.
            }
        }
    }
}
