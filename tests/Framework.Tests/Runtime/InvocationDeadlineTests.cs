using Framework.Runtime;

namespace Framework.Tests.Runtime;

public sealed class InvocationDeadlineTests
{
    [Fact]
    public void A_deadline_beyond_what_a_timer_counts_does_not_fire()
    {
        using var invocation = new Invocation
        {
            Payload = "{}"u8.ToArray(),
            RequestId = "far",
            Deadline = DateTimeOffset.UtcNow.AddYears(10),
        };

        Assert.True(invocation.Cancellation.CanBeCanceled);
        Assert.False(invocation.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_that_has_passed_has_fired()
    {
        using var invocation = new Invocation
        {
            Payload = "{}"u8.ToArray(),
            RequestId = "late",
            Deadline = DateTimeOffset.UtcNow.AddMinutes(-1),
        };

        Assert.True(invocation.Cancellation.IsCancellationRequested);
    }
}
