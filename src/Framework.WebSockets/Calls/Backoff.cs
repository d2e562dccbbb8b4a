using System.Security.Cryptography;

namespace Framework.WebSockets.Calls;

/// <summary>Waits between attempts: each time a random time up to a limit that doubles, so that many callers do not repeat their
/// calls at the same moment ("full jitter").</summary>
/// <remarks>See <see href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">AWS's
/// comparison</see>.</remarks>
internal sealed class Backoff(TimeProvider clock)
{
    public const int MaxAttempts = 5;

    private const int FirstLimit = 50;

    private int _attempts = 1;

    /// <summary>Waits for the next attempt.</summary>
    /// <returns>Whether there is a next one.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        if (_attempts == MaxAttempts)
            return false;
        var limit = FirstLimit << (_attempts++ - 1);
        await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(limit) + 1), clock, cancellation);
        return true;
    }
}
