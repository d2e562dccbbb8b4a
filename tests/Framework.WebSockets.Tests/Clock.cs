using System.Collections.Concurrent;

namespace Framework.WebSockets.Tests;

/// <summary>A clock on which short waits are over at once and time-outs only when a test says so.</summary>
internal sealed class Clock : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Timer, bool> _timeouts = [];

    /// <summary>The waits so far.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    /// <summary>Whether short waits do not end either.</summary>
    public bool HoldsWaits { get; set; }

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Ends all attempts that run.</summary>
    public void TimeOut()
    {
        foreach (var timer in _timeouts.Keys)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        if (dueTime > LongestWait)
            _timeouts[timer] = true;
        else if (!HoldsWaits)
            timer.Fire();
        if (dueTime <= LongestWait)
            Waits.Enqueue(dueTime);
        return timer;
    }

    private sealed class Timer(Clock clock, Action callback) : ITimer
    {
        public void Fire() => ThreadPool.UnsafeQueueUserWorkItem(_ => callback(), null);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => clock._timeouts.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
