using Framework.Hosting;
using Framework.Local.Gateway;
using Framework.Local.Issuer;
using Framework.Local.Output;
using Framework.LocalDynamoDB.Loopback;
using Framework.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Local.Hosting;

/// <summary>A service and its cloud on one port of this machine.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly OwnedParts _parts;

    private LocalServer(string address, RunningService service, WebApplication web, OwnedParts parts)
    {
        Address = address;
        Service = service;
        _web = web;
        _parts = parts;
    }

    /// <summary>The address, <c>http://localhost:5080</c>.</summary>
    public string Address { get; }

    /// <summary>The service behind the gateway.</summary>
    public RunningService Service { get; }

    /// <summary>Starts everything, in the order in which each part needs the one before.</summary>
    /// <exception cref="LocalFailureException">Something is in the way.</exception>
    public static async Task<LocalServer> StartAsync(
        Microservice service, LocalOptions options, Terminal terminal, Action<IServiceCollection>? change = null)
    {
        var parts = new OwnedParts();
        try
        {
            return await StartAsync(service, options, terminal, change, parts);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes no more requests and answers those that are running.</summary>
    public Task StopAsync() => _web.StopAsync();

    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    private static async Task<LocalServer> StartAsync(
        Microservice service,
        LocalOptions options,
        Terminal terminal,
        Action<IServiceCollection>? change,
        OwnedParts parts)
    {
        var clock = TimeProvider.System;
        var sockets = parts.Own(Bind(options.Port));
        var address = $"http://localhost:{sockets.Port}";
        var folder = options.DataFolder is { } path ? parts.Own(DataFolder.Open(path, options.Reset)) : null;
        var keys = parts.Own(LocalKeys.Open(folder));
        var tables = parts.Own(LocalTables.Open(folder, clock));
        var requests = new RequestLog(terminal, clock);
        var resources = new LocalResources(new Uri($"{address}/_local/dynamodb"), keys.Cursor);
        var running = parts.Own(Start(
            service,
            services =>
            {
                services.AddSingleton(resources);
                change?.Invoke(services);
            },
            new TelemetryConsole(terminal, requests)));
        tables.Create(running.Services.GetServices<TableResource>());

        var issuer = new LocalIssuer($"{address}/_local", keys.Signing, clock);
        var routes = new GatewayRoutes(running.Endpoints, service.Cors);
        var gateway = new HttpApiGateway(service, running, routes, new JwtAuthorizer(issuer, clock), requests, clock);
        var signIn = new IssuerEndpoints(issuer, new AuthorizationCodes(clock), new KnownScopes(running.Endpoints));
        var web = parts.Own(LocalWeb.Create(sockets, gateway, signIn, tables));
        await web.StartAsync();
        Greeting.Write(terminal, service.Name, address, folder?.FullPath, running.Endpoints);
        return new LocalServer(address, running, web, parts);
    }

    private static BoundSockets Bind(int port)
    {
        try
        {
            return BoundSockets.Bind(port);
        }
        catch (IOException exception)
        {
            throw new LocalFailureException($"{exception.Message}: choose another port with --port.", exception);
        }
    }

    private static RunningService Start(Microservice service, Action<IServiceCollection> change, Stream telemetry)
    {
        try
        {
            JsonCheck.Run(service);
            return service.Start(change, telemetry);
        }
        catch (Exception exception) when (AuthorMistake.Is(exception))
        {
            throw new LocalFailureException($"{service.Name} cannot start: {AuthorMistake.Sentence(exception)}", exception);
        }
    }
}
