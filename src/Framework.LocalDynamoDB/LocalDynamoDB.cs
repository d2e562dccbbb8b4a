using System.Net;
using Framework.LocalDynamoDB.Hosting;
using Framework.LocalDynamoDB.Loopback;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Framework.LocalDynamoDB;

/// <summary>
/// A DynamoDB on this machine, for any DynamoDB client: it speaks the service's HTTP protocol and keeps its rules,
/// limits and error messages. A write whose response was sent outlives the process, however that ends.
/// </summary>
public sealed class LocalDynamoDB : IAsyncDisposable
{
    // A request takes milliseconds; one that is not sent to its end must not hold the process.
    private static readonly TimeSpan StopTime = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _application;
    private readonly BoundSockets _sockets;
    private readonly Engine _engine;

    private LocalDynamoDB(WebApplication application, BoundSockets sockets, Engine engine, Uri endpoint)
    {
        _application = application;
        _sockets = sockets;
        _engine = engine;
        Endpoint = endpoint;
    }

    /// <summary>What a client uses as its service URL, for example <c>http://127.0.0.1:8000/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Opens the data and starts to listen. It takes no signals: SIGTERM and Ctrl+C end the process as usual.
    /// </summary>
    /// <param name="options">Where it keeps its data and listens.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="LocalDataException">The data file cannot be used.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalDynamoDB> StartAsync(
        LocalDynamoDBOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sockets = BoundSockets.Bind(options.Address, options.Port);
        Engine? engine = null;
        try
        {
            engine = Engine.Open(options.DataFile, options.Clock, options.TransitionTime);
            var application = Build(engine, sockets, options);
            await application.StartAsync(cancellation);
            return new(application, sockets, engine, EndpointOf(options.Address, sockets.Port));
        }
        catch
        {
            engine?.Dispose();
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
        _engine.Dispose();
    }

    private static WebApplication Build(Engine engine, BoundSockets sockets, LocalDynamoDBOptions options)
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
        // Whoever opens it to the network has it called by any name.
        if (IPAddress.IsLoopback(options.Address))
            application.Use(LoopbackGuard.RequireLoopbackAsync);
        if (!options.AllowOtherOrigins)
            application.Use(LoopbackGuard.RequireSameOriginAsync);
        application.Run(engine.HandleAsync);
        return application;
    }

    private static Uri EndpointOf(IPAddress address, int port)
    {
        var called = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : address;
        return new UriBuilder(Uri.UriSchemeHttp, $"{called}", port).Uri;
    }
}
