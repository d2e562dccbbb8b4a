namespace Framework.Runtime;

/// <summary>One invocation of the Lambda function: the event and what Lambda says about it.</summary>
public sealed class Invocation : IDisposable
{
    /// <summary>How long before Lambda's deadline <see cref="Cancellation"/> fires, so that a response can still be
    /// sent.</summary>
    public static readonly TimeSpan DeadlineMargin = TimeSpan.FromMilliseconds(250);

    // A timer counts to 49.7 days; Lambda's own deadlines are within 15 minutes.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private CancellationTokenSource? _deadline;

    /// <summary>The event's bytes, UTF-8 JSON. Valid until the invocation ends.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Lambda's id of this invocation.</summary>
    public required string RequestId { get; init; }

    /// <summary>When Lambda stops the invocation; <see cref="DateTimeOffset.MaxValue"/> where it sets no deadline.</summary>
    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The ARN that the function was invoked by, alias or version included.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>The X-Ray trace header, <c>Root=...;Parent=...;Sampled=...</c>.</summary>
    public string? TraceId { get; init; }

    /// <summary>The tenant, on functions with tenant isolation.</summary>
    public string? TenantId { get; init; }

    /// <summary>JSON that an AWS SDK's client sent along.</summary>
    public string? ClientContext { get; init; }

    /// <summary>JSON of the Cognito identity that an AWS SDK's client used.</summary>
    public string? CognitoIdentity { get; init; }

    /// <summary>The clock that <see cref="Deadline"/> is compared with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Fires <see cref="DeadlineMargin"/> before the deadline, and when a client that gets a stream has gone away.</summary>
    public CancellationToken Cancellation => Source.Token;

    private CancellationTokenSource Source
    {
        get
        {
            if (_deadline is null)
                Interlocked.CompareExchange(ref _deadline, StartDeadline(), null);
            return _deadline;
        }
    }

    /// <summary>Time left until the deadline; never below zero.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var left = Deadline - Clock.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Ends the invocation: the deadline no longer fires.</summary>
    public void Dispose() => _deadline?.Dispose();

    /// <summary>Fires <see cref="Cancellation"/> before its time.</summary>
    internal void Cancel() => Source.Cancel();

    /// <summary>A time that a timer can count to.</summary>
    internal static TimeSpan ForTimer(TimeSpan time) => TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, LongestTimer.Ticks));

    private CancellationTokenSource StartDeadline() => Deadline == DateTimeOffset.MaxValue
        ? new CancellationTokenSource()
        : new CancellationTokenSource(ForTimer(Remaining - DeadlineMargin), Clock);
}
