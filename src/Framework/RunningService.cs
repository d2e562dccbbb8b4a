using Framework.Endpoints;
using Framework.Runtime;

namespace Framework;

/// <summary>A service that answers invocations, whichever host brings them.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly Pipeline _pipeline;
    private readonly IAsyncDisposable _provider;

    internal RunningService(Pipeline pipeline, IServiceProvider services, IReadOnlyList<EndpointDescription> endpoints)
    {
        _pipeline = pipeline;
        _provider = (IAsyncDisposable)services;
        Services = services;
        Endpoints = endpoints;
    }

    /// <summary>The services.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The endpoints that are served.</summary>
    public IReadOnlyList<EndpointDescription> Endpoints { get; }

    /// <summary>Answers one invocation.</summary>
    /// <param name="invocation">The event, such as API Gateway's.</param>
    /// <param name="reply">Where the answer goes.</param>
    /// <exception cref="Events.UndecodableEventException">The payload is no event that the service can answer.
    /// </exception>
    public ValueTask InvokeAsync(Invocation invocation, ReplyBuffer reply) => _pipeline.InvokeAsync(invocation, reply);

    /// <summary>Ends the service and disposes its services.</summary>
    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
