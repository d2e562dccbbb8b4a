using System.Net;
using System.Text;
using Framework.LocalDynamoDB.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Framework.Testing.RuntimeApi;

/// <summary>
/// Lambda's Runtime API, version 2018-06-01, on a free loopback port: the interface of a published function, so that a
/// test can invoke the same binary that is deployed.
/// </summary>
/// <remarks>
/// One emulator stands for one execution environment. Statuses, headers and limits follow
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.
/// </remarks>
public sealed class RuntimeApiEmulator : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ExecutionEnvironment _environment;

    private RuntimeApiEmulator(WebApplication server, ExecutionEnvironment environment)
    {
        _server = server;
        _environment = environment;
        Address = new Uri(server.Urls.Single()).Authority;
    }

    /// <summary>Host and port, the value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address { get; }

    /// <summary>Completes when the runtime asks for its first event: initialisation is over.</summary>
    public Task Ready => _environment.Ready.Task;

    /// <summary>Completes when the runtime reports that its initialisation failed; otherwise never.</summary>
    public Task<RuntimeApiError> InitError => _environment.InitError.Task;

    /// <summary>
    /// Completes when the runtime has run its before-snapshot hooks and waits in <c>restore/next</c> (SnapStart);
    /// otherwise never.
    /// </summary>
    public Task SnapshotReady => _environment.SnapshotReady.Task;

    /// <summary>Completes when the runtime reports that an after-restore hook failed (SnapStart); otherwise never.</summary>
    public Task<RuntimeApiError> RestoreError => _environment.RestoreError.Task;

    /// <summary>The names of the extensions that were registered. Lambda sends SIGTERM only to an environment that has one.</summary>
    public IReadOnlyCollection<string> Extensions => _environment.ExtensionNames;

    /// <summary>Starts to listen.</summary>
    /// <param name="maxConcurrency">
    /// How many events may be with the runtime at once: 1 for Lambda functions, more for Managed Instances
    /// (<c>AWS_LAMBDA_MAX_CONCURRENCY</c>).
    /// </param>
    /// <param name="cancellation">Gives up the start.</param>
    public static async Task<RuntimeApiEmulator> StartAsync(int maxConcurrency = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        var server = builder.Build();
        var environment = new ExecutionEnvironment(maxConcurrency);
        InvocationRoutes.Map(server, environment);
        LifecycleRoutes.Map(server, environment);
        ExtensionRoutes.Map(server, environment);
        await server.StartAsync(cancellation);
        return new(server, environment);
    }

    /// <summary>Passes an event to the runtime and waits for its response.</summary>
    /// <returns>
    /// The response; <see cref="RuntimeApiResult.Error"/> is set when the function failed, passed its timeout or could
    /// not initialise.
    /// </returns>
    /// <exception cref="TimeoutException">No runtime asked for the event within the limit for initialisation.</exception>
    public Task<RuntimeApiResult> InvokeAsync(
        ReadOnlyMemory<byte> payload, InvocationOptions? options = null, CancellationToken cancellation = default) =>
        _environment.InvokeAsync(payload, options ?? new(), cancellation);

    /// <summary>Lets a runtime that waits in <c>restore/next</c> continue, as after the restore of a snapshot.</summary>
    public void Restore() => _environment.Restored.TrySetResult();

    /// <summary>Stops to listen and breaks the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _environment.Stop();
        await _server.DisposeAsync();
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.AddServerHeader = false;
        // A function may take 15 minutes between two requests, and may stream a body as slowly.
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromHours(1);
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
    }
}
