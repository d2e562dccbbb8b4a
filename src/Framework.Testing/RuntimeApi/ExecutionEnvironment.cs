using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Framework.Testing.RuntimeApi;

/// <summary>The events that wait, the events in the runtime, and the state of the runtime.</summary>
internal sealed class ExecutionEnvironment(int maxConcurrency)
{
    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly ConcurrentDictionary<string, Invocation> _running = new();

    // Lambda sends no event before each extension has asked for one.
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _extensions = new();

    public TaskCompletionSource Ready { get; } = NewSource();
    public TaskCompletionSource SnapshotReady { get; } = NewSource();
    public TaskCompletionSource Restored { get; } = NewSource();
    public TaskCompletionSource<RuntimeApiError> InitError { get; } = NewSource<RuntimeApiError>();
    public TaskCompletionSource<RuntimeApiError> RestoreError { get; } = NewSource<RuntimeApiError>();

    public async Task<RuntimeApiResult> InvokeAsync(
        ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellation)
    {
        var invocation = new Invocation(payload, options);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(invocation), typeof(RuntimeApiEmulator));
        try
        {
            await WaitUntilTakenAsync(invocation, cancellation);
            return await WaitUntilEndedAsync(invocation, cancellation);
        }
        finally
        {
            // Where the caller gave up, nobody waits for the runtime's late response.
            invocation.TryRespond();
            _running.TryRemove(invocation.RequestId, out _);
        }
    }

    /// <summary>The names of the registered extensions.</summary>
    public ConcurrentBag<string> ExtensionNames { get; } = [];

    /// <summary>Registers an extension.</summary>
    /// <returns>Its identifier; null after the initialisation.</returns>
    public string? Register(string name)
    {
        if (Ready.Task.IsCompleted)
            return null;
        var id = Guid.NewGuid().ToString();
        _extensions[id] = NewSource();
        ExtensionNames.Add(name);
        return id;
    }

    /// <summary>An extension asks for its next event.</summary>
    /// <returns>Whether there is such an extension.</returns>
    public bool IsWaiting(string id)
    {
        if (!_extensions.TryGetValue(id, out var extension))
            return false;
        extension.TrySetResult();
        return true;
    }

    /// <summary>Blocks until there is an event.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellation)
    {
        Ready.TrySetResult();
        await Task.WhenAll(_extensions.Values.Select(extension => extension.Task)).WaitAsync(cancellation);
        // Lambda sends an event without a response again, for a runtime that lost the first connection.
        if (maxConcurrency == 1 && _running.Values.FirstOrDefault() is { } pending)
            return pending;
        Invocation invocation;
        do
            invocation = await _waiting.Reader.ReadAsync(cancellation);
        while (invocation.HasResponse);
        _running[invocation.RequestId] = invocation;
        invocation.Take();
        return invocation;
    }

    /// <summary>The invocation, which the caller must now end; null when the id is unknown or has its response already.</summary>
    public Invocation? End(string requestId) =>
        _running.TryRemove(requestId, out var invocation) && invocation.TryRespond() ? invocation : null;

    public void Stop() => _waiting.Writer.TryComplete();

    private async Task WaitUntilTakenAsync(Invocation invocation, CancellationToken cancellation)
    {
        var first = await Task.WhenAny(invocation.Taken, InitError.Task, RestoreError.Task)
            .WaitAsync(invocation.Options.InitTimeout, cancellation);
        if (first is Task<RuntimeApiError> failed && invocation.TryRespond())
            invocation.Fail(await failed);
    }

    private static async Task<RuntimeApiResult> WaitUntilEndedAsync(Invocation invocation, CancellationToken cancellation)
    {
        try
        {
            return await invocation.Ended.WaitAsync(invocation.Options.Timeout, cancellation);
        }
        catch (TimeoutException)
        {
            if (invocation.TryRespond())
                invocation.TimeOut();
            return await invocation.Ended.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
