using System.Net.WebSockets;
using System.Reflection;
using System.Text.Json.Nodes;
using Framework.Hosting;
using Framework.Local;
using Framework.Local.Access;
using Framework.Local.CommandLine;
using Framework.Local.Hosting;
using Framework.Local.Output;
using Framework.Local.Updates;
using Framework.Local.WebSockets;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Testing;

/// <summary>A service with its whole cloud in memory: the gateway, the authorizer and the tables of the local cloud on a
/// free port. What a test sends takes the way that a request takes in AWS.</summary>
public sealed class TestService : IAsyncDisposable
{
    // An entry point without its arguments runs the service until somebody ends it.
    private static readonly TimeSpan BuildTime = TimeSpan.FromMinutes(1);

    private readonly LocalServer _server;
    private readonly StringWriter _console;

    private TestService(LocalServer server, StringWriter console)
    {
        _server = server;
        _console = console;
        Anonymous = new HttpClient { BaseAddress = new Uri(server.Address) };
    }

    /// <summary>A client that is not signed in.</summary>
    public HttpClient Anonymous { get; }

    /// <summary>The service's services.</summary>
    public IServiceProvider Services => _server.Service.Services;

    /// <summary>What the local cloud's console shows: its requests, and the service's logs.</summary>
    public string Console => _console.ToString();

    /// <summary>What each function may do with the tables.</summary>
    internal TableAccess Access => _server.Access;

    /// <summary>Starts the service that a project's <c>Program</c> builds.</summary>
    /// <typeparam name="T">Any type of that project, such as one of its endpoints.</typeparam>
    /// <param name="change">Changes the services, after the service's own are added: a fixed clock, a fake of another
    /// team's client.</param>
    /// <param name="frontDoor">What stands in front of the service. A function URL and a load balancer have no authorizer.</param>
    /// <exception cref="InvalidOperationException">The project's entry point runs no service in the local cloud, or not within a
    /// minute.</exception>
    public static async Task<TestService> StartAsync<T>(
        Action<IServiceCollection>? change = null, LocalFrontDoor frontDoor = LocalFrontDoor.HttpApi)
    {
        var kept = new StringWriter();
        var server = await LocalServer.StartAsync(
            await BuildAsync(typeof(T).Assembly),
            new LocalOptions(Port: 0, DataFolder: null, Reset: false, frontDoor),
            new Terminal(kept, colours: false),
            change);
        return new TestService(server, kept);
    }

    /// <summary>A client that is signed in.</summary>
    /// <param name="username">The user's name; each name is a caller of its own.</param>
    /// <param name="groups">The groups that the user is in.</param>
    /// <param name="scopes">The scopes that the token grants, of those that an endpoint requires and a user pool's own;
    /// <c>openid</c> by default.</param>
    /// <param name="claims">Claims beyond those that the issuer sets, such as <c>custom:tenant</c>. They reach the service as
    /// the gateway writes them: each as text.</param>
    /// <returns>The client. It signs in before its first request, which fails with an
    /// <see cref="InvalidOperationException"/> where the issuer refuses a name, a scope or a claim.</returns>
    public HttpClient As(
        string username,
        IEnumerable<string>? groups = null,
        IEnumerable<string>? scopes = null,
        JsonObject? claims = null) =>
        new(new SignInHandler(Anonymous, username, groups ?? [], scopes ?? [], claims)) { BaseAddress = Anonymous.BaseAddress };

    /// <summary>Opens a connection to the service's WebSocket API.</summary>
    /// <param name="query">The query string, such as <c>?name=ann</c>.</param>
    /// <param name="username">Who connects; null for a client that is not signed in.</param>
    /// <param name="groups">The groups that the user is in.</param>
    /// <param name="scopes">The scopes that the token grants, as in <see cref="As"/>.</param>
    /// <param name="claims">Claims beyond those that the issuer sets, as in <see cref="As"/>.</param>
    /// <returns>The client's side of the connection.</returns>
    /// <exception cref="WebSocketException">The connection is refused; the message has the status.</exception>
    public async Task<WebSocket> ConnectAsync(
        string query = "",
        string? username = null,
        IEnumerable<string>? groups = null,
        IEnumerable<string>? scopes = null,
        JsonObject? claims = null)
    {
        var socket = new ClientWebSocket();
        try
        {
            if (username is not null)
                socket.Options.SetRequestHeader("Authorization", $"Bearer {await SignInHandler.SignInAsync(Anonymous, username, groups ?? [], scopes ?? [], claims)}");
            var address = new UriBuilder(Anonymous.BaseAddress!) { Scheme = "ws", Path = WebSocketApi.Path, Query = query };
            await socket.ConnectAsync(address.Uri, CancellationToken.None);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Invokes the service with an event as it is, without the gateway.</summary>
    /// <param name="payload">The event.</param>
    /// <returns>The response to the gateway.</returns>
    /// <exception cref="UndecodableEventException">The payload is not an event that the service can handle.
    /// </exception>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(ReadOnlyMemory<byte> payload)
    {
        using var invocation = new Invocation { Payload = payload, RequestId = Guid.NewGuid().ToString() };
        var output = new ResponseBuffer();
        await _server.Service.InvokeAsync(invocation, output);
        return output.Body;
    }

    /// <summary>Ends the service and forgets its tables.</summary>
    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        await _server.DisposeAsync();
        await _console.DisposeAsync();
    }

    private static async Task<Microservice> BuildAsync(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        if (assembly.EntryPoint is not { } entry)
            throw new InvalidOperationException($"{name} has no entry point, so it is no service.");
        object[] arguments = entry.GetParameters().Length == 0 ? [] : [BuiltServiceException.TestArgs.ToArray()];
        try
        {
            var run = Task.Run(() => entry.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null));
            if (await Task.WhenAny(run, Task.Delay(BuildTime)) == run)
                await run;
        }
        catch (BuiltServiceException built)
        {
            return built.Service;
        }
        throw new InvalidOperationException(
            $"The entry point of {name} returned no service to the test. It passes its arguments on, as in Microservice.CreateBuilder(args), "
            + "its project references Framework.Local, and an OperationCanceledException that RunAsync throws leaves it.");
    }
}
