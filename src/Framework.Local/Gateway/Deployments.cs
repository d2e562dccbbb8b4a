namespace Framework.Local.Gateway;

/// <summary>The service behind the gateway. Another may take its place while requests run: each request ends on the service
/// where it began.</summary>
internal sealed class Deployments(DeployedService first) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private DeployedService _current = first;

    /// <summary>The service that takes the next request.</summary>
    public DeployedService Current
    {
        get
        {
            lock (_lock)
                return _current;
        }
    }

    /// <summary>Begins a request.</summary>
    public DeployedService Enter()
    {
        lock (_lock)
        {
            _current.Uses++;
            return _current;
        }
    }

    /// <summary>Ends a request; a service that was replaced ends with its last one.</summary>
    public ValueTask LeaveAsync(DeployedService deployment)
    {
        lock (_lock)
        {
            if (--deployment.Uses > 0)
                return ValueTask.CompletedTask;
        }
        return deployment.Running.DisposeAsync();
    }

    /// <summary>Puts another service in the place of the current one.</summary>
    public ValueTask ReplaceAsync(DeployedService next)
    {
        DeployedService replaced;
        lock (_lock)
            (replaced, _current) = (_current, next);
        return LeaveAsync(replaced);
    }

    public ValueTask DisposeAsync() => LeaveAsync(Current);
}
