using System.Diagnostics;
using Framework.Local.Output;

namespace Framework.Local.Gateway;

/// <summary>How long an invocation may take.</summary>
/// <param name="Function">After this time Lambda ends the function.</param>
/// <param name="FrontDoor">The front door waits no longer than this for the function.</param>
internal readonly record struct TimeLimit(TimeSpan Function, TimeSpan FrontDoor)
{
    /// <summary>The longest time that a function may take.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Quotas of Lambda</see>.</remarks>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The limit of a function behind a front door. A person who steps through a handler has the longest time.</summary>
    public static TimeLimit Of(TimeSpan function, TimeSpan frontDoor) =>
        Debugger.IsAttached ? new TimeLimit(Longest, Longest) : new TimeLimit(function, frontDoor);

    /// <summary>When Lambda ends a function that begins now.</summary>
    public DateTimeOffset Deadline(TimeProvider clock) => clock.GetUtcNow() + Function;

    /// <summary>Waits for an invocation.</summary>
    /// <exception cref="InvocationTimeoutException">It took longer.</exception>
    public async Task WaitAsync(Task invocation, TimeProvider clock)
    {
        // The front door began to wait first, so its end comes first where both come at once.
        var isFunctions = Function < FrontDoor;
        var limit = isFunctions ? Function : FrontDoor;
        try
        {
            await invocation.WaitAsync(limit, clock);
        }
        catch (TimeoutException) when (!invocation.IsCompleted)
        {
            throw new InvocationTimeoutException(isFunctions, limit);
        }
    }
}
