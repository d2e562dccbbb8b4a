using Framework.Description;
using Framework.Dispatch;
using Framework.Pipelines;
using Framework.Runtime;

namespace Framework.Hosting;

/// <summary>A service that responds to invocations, from any host.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly PipelineParts _parts;
    private readonly Dispatcher _dispatcher;
    private readonly LifecycleHooks _hooks;
    private readonly LambdaEnvironment _environment;
    private bool _ended;

    internal RunningService(
        PipelineParts parts,
        Dispatcher dispatcher,
        AuthorizerDescription? authorizer,
        LifecycleHooks hooks,
        LambdaEnvironment environment,
        IReadOnlyList<EndpointDescription> endpoints)
    {
        _parts = parts;
        _dispatcher = dispatcher;
        Authorizer = authorizer;
        _hooks = hooks;
        _environment = environment;
        Endpoints = endpoints;
    }

    /// <summary>The services.</summary>
    public IServiceProvider Services => _parts.Services;

    /// <summary>The endpoints that are served.</summary>
    public IReadOnlyList<EndpointDescription> Endpoints { get; }

    /// <summary>The Lambda authorizer that is served; null where there is none.</summary>
    public AuthorizerDescription? Authorizer { get; }

    /// <summary>Whether something is to be done before the process ends.</summary>
    internal bool HasShutdownHooks => _hooks.Shutdown.Count > 0;

    /// <summary>The services' own clock.</summary>
    internal TimeProvider Clock => _parts.Clock;

    /// <summary>Responds to one invocation.</summary>
    /// <param name="invocation">The event, such as API Gateway's.</param>
    /// <param name="output">Receives the response.</param>
    /// <exception cref="UndecodableEventException">The payload is not an event that the service can handle.
    /// </exception>
    public ValueTask InvokeAsync(Invocation invocation, ResponseBuffer output) => _dispatcher.InvokeAsync(invocation, output);

    /// <summary>Responds to one event for a class-library handler, <c>Assembly::Type::Method</c>, of Lambda's managed .NET
    /// runtime: the author's method passes its stream on.</summary>
    /// <remarks>Such a method gets only the event. So the request id in logs and metrics is a new one and not
    /// Lambda's, <see cref="Invocation.Deadline"/> is <see cref="DateTimeOffset.MaxValue"/>, and cancellation never fires:
    /// a handler that takes too long is stopped by Lambda without a response. The trace id is that of
    /// <c>_X_AMZN_TRACE_ID</c>, which the managed runtime sets. The hooks of <see cref="MicroserviceBuilder"/> do not run,
    /// for that runtime's own loop owns the process. None of this holds for the executable, whose handler setting is the
    /// assembly's name; and a method with an <c>ILambdaContext</c> can make an <see cref="Invocation"/> of it for
    /// <see cref="InvokeAsync"/>.</remarks>
    /// <param name="payload">The event.</param>
    /// <returns>The response.</returns>
    /// <exception cref="UndecodableEventException">The payload is not an event that the service can handle.
    /// </exception>
    public async Task<Stream> HandleAsync(Stream payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        using var bytes = new MemoryStream();
        await payload.CopyToAsync(bytes);
        using var invocation = new Invocation
        {
            Payload = bytes.GetBuffer().AsMemory(0, (int)bytes.Length),
            RequestId = Guid.NewGuid().ToString(),
            TraceId = _environment["_X_AMZN_TRACE_ID"],
        };
        var output = new ResponseBuffer();
        await InvokeAsync(invocation, output);
        return new MemoryStream(output.Body.ToArray());
    }

    /// <summary>Ends the service: runs its shutdown hooks, then disposes its services.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, true))
            return;
        foreach (var hook in _hooks.Shutdown)
            await TryAsync(() => hook(Services));
        await TryAsync(() => ((IAsyncDisposable)Services).DisposeAsync().AsTask());
    }

    internal Task BeforeSnapshotAsync() => RunAsync(_hooks.BeforeSnapshot);

    internal Task AfterRestoreAsync() => RunAsync(_hooks.AfterRestore);

    private async Task RunAsync(IEnumerable<Func<IServiceProvider, Task>> hooks)
    {
        foreach (var hook in hooks)
            await hook(Services);
    }

    // One that fails keeps none of the others from its end.
    private async Task TryAsync(Func<Task> end)
    {
        try
        {
            await end();
        }
#pragma warning disable CA1031 // An author's code may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            HostingLog.ShutdownFailed(_parts.Log, exception);
        }
    }
}
