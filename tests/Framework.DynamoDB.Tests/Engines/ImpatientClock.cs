using System.Collections.Concurrent;

namespace Framework.DynamoDB.Tests.Engines;

/// <summary>The system's clock, whose waits are over at once and are noted.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    /// <summary>How long each wait would have been.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
