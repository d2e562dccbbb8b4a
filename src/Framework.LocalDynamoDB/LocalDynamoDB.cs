using System.Net;
using Framework.LocalDynamoDB.Hosting;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Loopback;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Framework.LocalDynamoDB;

/// <summary>
/// A DynamoDB on this machine, for any DynamoDB client: it speaks the service's HTTP protocol and keeps its rules,
/// limits and error messages. A write whose response was sent is kept even if the process is killed.
/// </summary>
public sealed class LocalDynamoDB : IAsyncDisposable
{
    // A request takes milliseconds. A request that is never completed must not keep the process alive.
    private static readonly TimeSpan StopTime = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _application;
    private readonly BoundSockets _sockets;
    private readonly Engines _engines;

    private LocalDynamoDB(WebApplication application, BoundSockets sockets, Engines engines, Uri endpoint)
    {
        _application = application;
        _sockets = sockets;
        _engines = engines;
        Endpoint = endpoint;
    }

    /// <summary>What a client uses as its service URL, for example <c>http://127.0.0.1:8000/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Opens the data and starts to listen. It takes no signals: SIGTERM and Ctrl+C end the process as usual.
    /// </summary>
    /// <param name="options">Where it keeps its data and listens.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="LocalDataException">The data file cannot be used.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalDynamoDB> StartAsync(
        LocalDynamoDBOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sockets = BoundSockets.Bind(options.Address, options.Port);
        Engines? engines = null;
        try
        {
            engines = new Engines(options.DataFile, options.Settings, options.IsShared);
            var application = Build(engines, sockets, options);
            await application.StartAsync(cancellation);
            return new(application, sockets, engines, EndpointOf(options.Address, sockets.Port));
        }
        catch
        {
            engines?.Dispose();
            sockets.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening and closes the data. Requests that are running have half a second to end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopTime);
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
        _sockets.Dispose();
        _engines.Dispose();
    }

    private static WebApplication Build(Engines engines, BoundSockets sockets, LocalDynamoDBOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        // Only StopTime ends a stop.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.WebHost.UseKestrelCore()
            .UseSockets(transport => transport.CreateBoundListenSocket = sockets.Of)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                foreach (var endpoint in sockets.Endpoints)
                    kestrel.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);
            });
        var application = builder.Build();
        // Where it is open to the network, clients may use any host name for it.
        if (IPAddress.IsLoopback(options.Address))
            application.Use(LoopbackGuard.RequireLoopbackAsync);
        if (!options.AllowOtherOrigins)
            application.Use(LoopbackGuard.RequireSameOriginAsync);
        var signatures = options.AccessKey is { } key ? new SignatureCheck(key, options.Clock) : null;
        application.Run(new RequestHandler(credential => engines.Of(credential).Operations, signatures).HandleAsync);
        return application;
    }

    private static Uri EndpointOf(IPAddress address, int port)
    {
        var called = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : address;
        return new UriBuilder(Uri.UriSchemeHttp, $"{called}", port).Uri;
    }
}
