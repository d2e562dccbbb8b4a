using System.Net;
using Framework.Local.Loopback;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Local.DynamoDB;

/// <summary>
/// A DynamoDB on this machine, for any DynamoDB client: it speaks the service's HTTP protocol and keeps its rules,
/// limits and error messages. An answered write outlives the process, however that ends.
/// </summary>
public sealed class LocalDynamoDB : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Engine _engine;

    private LocalDynamoDB(WebApplication application, Engine engine, Uri endpoint)
    {
        _application = application;
        _engine = engine;
        Endpoint = endpoint;
    }

    /// <summary>What a client uses as its service URL, for example <c>http://127.0.0.1:8000/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Opens the data and starts to listen on the loopback address.</summary>
    /// <exception cref="LocalDataException">The data file cannot be used.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalDynamoDB> StartAsync(
        LocalDynamoDBOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var engine = Engine.Open(options.DataFile, options.Clock, options.TransitionTime);
        try
        {
            var application = Build(engine, options);
            await application.StartAsync(cancellation);
            return new(application, engine, new Uri(Address(application)));
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening and closes the data.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _engine.Dispose();
    }

    private static WebApplication Build(Engine engine, LocalDynamoDBOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var application = builder.Build();
        application.Use(LoopbackGuard.RequireLoopbackAsync);
        if (!options.AllowOtherOrigins)
            application.Use(LoopbackGuard.RequireSameOriginAsync);
        application.Run(engine.HandleAsync);
        return application;
    }

    private static string Address(WebApplication application)
    {
        var addresses = application.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!;
        return addresses.Addresses.Single() + "/";
    }
}
