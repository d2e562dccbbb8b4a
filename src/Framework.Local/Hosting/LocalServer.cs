using Framework.Hosting;
using Framework.Identity;
using Framework.Local.Access;
using Framework.Local.CommandLine;
using Framework.Local.Data;
using Framework.Local.Gateway;
using Framework.Local.Issuer;
using Framework.Local.Output;
using Framework.Local.WebSockets;
using Framework.LocalDynamoDB.Loopback;
using Framework.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Local.Hosting;

/// <summary>A service and its cloud on one port of this machine.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Deployer _deployer;
    private readonly Deployments _deployments;
    private readonly OwnedParts _parts;

    private LocalServer(string address, WebApplication web, Deployer deployer, Deployments deployments, TableAccess access, OwnedParts parts)
    {
        Address = address;
        Access = access;
        _web = web;
        _deployer = deployer;
        _deployments = deployments;
        _parts = parts;
    }

    /// <summary>The address, <c>http://localhost:5080</c>.</summary>
    public string Address { get; }

    /// <summary>What each function may do with the tables.</summary>
    public TableAccess Access { get; }

    /// <summary>The service behind the gateway.</summary>
    public RunningService Service => _deployments.Current.Running;

    /// <summary>Starts all parts, each after the parts that it needs.</summary>
    /// <exception cref="LocalFailureException">A part cannot start.</exception>
    public static async Task<LocalServer> StartAsync(
        Microservice service, LocalOptions options, Terminal terminal, Action<IServiceCollection>? change = null, TimeProvider? clock = null)
    {
        var parts = new OwnedParts();
        try
        {
            return await StartAsync(service, options, terminal, change, clock ?? TimeProvider.System, parts);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves the changed service at the same address, with the same keys and tables.</summary>
    /// <param name="build">Builds the changed service; null where there is none.</param>
    public Task UpdateAsync(Func<Microservice?> build) => _deployer.ReplaceAsync(_deployments, build);

    /// <summary>Accepts no more requests and finishes those that are running. The web server waits 30 seconds for them, its default:
    /// a function takes 29 at most, and a stream ends.</summary>
    public Task StopAsync() => _web.StopAsync();

    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    private static async Task<LocalServer> StartAsync(
        Microservice service,
        LocalOptions options,
        Terminal terminal,
        Action<IServiceCollection>? change,
        TimeProvider clock,
        OwnedParts parts)
    {
        var sockets = parts.Own(Bind(options.Port));
        var address = $"http://localhost:{sockets.Port}";
        var folder = options.DataFolder is { } path ? parts.Own(DataFolder.Open(path, options.Reset)) : null;
        var keys = parts.Own(LocalKeys.Open(folder));
        var access = new TableAccess();
        var tables = parts.Own(LocalTables.Open(folder, clock, access));
        var requests = new RequestLog(terminal, clock);
        var resources = new LocalResources(new Uri($"{address}/_local/dynamodb"), keys.Cursor)
        {
            TokenIssuer = new Uri(options.Issuer?.Address ?? $"{address}/_local"),
            TokenAudience = options.Issuer?.Audience ?? LocalIssuer.ClientId,
            Connections = WebSocketApi.Has(service.Endpoints) ? new Uri($"{address}{WebSocketApi.Path}") : null,
        };
        var deployer = new Deployer(resources, tables, access, terminal, requests, change);
        var deployments = parts.Own(new Deployments(await deployer.StartAsync(service)));

        var issuer = new LocalIssuer($"{address}/_local", keys.Signing, clock);
        var tokens = options.Issuer is { } other
            ? new JwtAuthorizer(other, await IssuerKeys.ReadAsync(other), clock)
            : new JwtAuthorizer(issuer, clock);
        var shape = GatewayShape.Of(options.FrontDoor);
        var gateway = new LocalGateway(deployments, tokens, requests, clock, shape);
        var webSockets = new WebSocketApi(deployments, tokens, () => access.Policies, requests, clock);
        var signIn = new IssuerEndpoints(issuer, new AuthorizationCodes(clock), () => deployments.Current.Scopes);
        var pages = new LocalPages(deployments, requests.Journal, tables);
        var web = parts.Own(LocalWeb.Create(sockets, gateway, webSockets, signIn, tables, pages));
        await web.StartAsync();
        var running = deployments.Current.Running;
        Greeting.Write(terminal, service.Name, address, folder?.FullPath, running.Endpoints, new GreetingNotes(
            WebSocketApi.Has(running.Endpoints) ? WebSocketApi.Path : null,
            HasOwnAuthorizer: running.Authorizer is not null,
            options.Issuer?.Address,
            LacksTokens: !shape.IsApi && running.Services.GetService<IAuthenticator>() is null));
        return new LocalServer(address, web, deployer, deployments, access, parts);
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
}
