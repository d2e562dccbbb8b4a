namespace Framework.Deployment.Tests.Support;

/// <summary>A clock on which each wait is over at once.</summary>
internal sealed class ImmediateClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 5, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, TimeSpan.Zero, period);
}
