using Framework.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Tests.Runtime;

public sealed class InvocationTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Cancellation_fires_a_margin_before_the_deadline()
    {
        using var invocation = New(TimeSpan.FromSeconds(3));
        var cancellation = invocation.Cancellation;

        _clock.Advance(TimeSpan.FromSeconds(3) - Invocation.DeadlineMargin - TimeSpan.FromMilliseconds(1));
        Assert.False(cancellation.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(cancellation.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_that_has_passed_leaves_no_time()
    {
        using var invocation = New(TimeSpan.FromSeconds(-1));

        Assert.True(invocation.Cancellation.IsCancellationRequested);
        Assert.Equal(TimeSpan.Zero, invocation.Remaining);
    }

    [Fact]
    public void Without_a_deadline_nothing_is_cancelled()
    {
        using var invocation = new Invocation { Payload = default, RequestId = "id", Clock = _clock };

        Assert.False(invocation.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public void An_ended_invocation_no_longer_fires()
    {
        var invocation = New(TimeSpan.FromSeconds(3));
        var cancellation = invocation.Cancellation;

        invocation.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.False(cancellation.IsCancellationRequested);
    }

    private Invocation New(TimeSpan left) =>
        new() { Payload = default, RequestId = "id", Clock = _clock, Deadline = _clock.GetUtcNow() + left };
}
