using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Framework.Testing.RuntimeApi;

/// <summary>The events that wait, the events in the runtime, and the state of the runtime.</summary>
internal sealed class ExecutionEnvironment(int maxConcurrency)
{
    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly ConcurrentDictionary<string, Invocation> _running = new();

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

    /// <summary>Blocks until there is an event.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellation)
    {
        Ready.TrySetResult();
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
