using System.Globalization;

namespace Framework.Testing.RuntimeApi;

/// <summary>One event and its state: it waits, runs in the runtime, gets its response, or has ended.</summary>
internal sealed class Invocation(ReadOnlyMemory<byte> payload, InvocationOptions options)
{
    private readonly TaskCompletionSource<RuntimeApiResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _responded;

    public string RequestId { get; } = options.RequestId ?? Guid.NewGuid().ToString();
    public ReadOnlyMemory<byte> Payload { get; } = payload;
    public InvocationOptions Options { get; } = options;
    public DateTimeOffset Deadline { get; private set; }
    public bool HasResponse => Volatile.Read(ref _responded) != 0;
    public Task Taken => _taken.Task;
    public Task<RuntimeApiResult> Ended => _ended.Task;

    public void Take()
    {
        Deadline = TimeProvider.System.GetUtcNow() + Options.Timeout;
        _taken.TrySetResult();
    }

    /// <summary>True for the one caller that may end the invocation.</summary>
    public bool TryRespond() => Interlocked.Exchange(ref _responded, 1) == 0;

    public void End(RuntimeApiResult result) => _ended.TrySetResult(result);

    public void Fail(RuntimeApiError error) => End(new() { RequestId = RequestId, Error = error });

    public void TimeOut() => Fail(RuntimeApiError.Of("Sandbox.Timedout", string.Create(
        CultureInfo.InvariantCulture,
        $"RequestId: {RequestId} Error: Task timed out after {Options.Timeout.TotalSeconds:0.00} seconds")));
}
