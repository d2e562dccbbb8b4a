using System.Security.Cryptography;

namespace Framework.DynamoDB.Sending;

/// <summary>Waits longer and longer between attempts: each time a random time up to a limit that doubles, so that many callers
/// do not repeat their calls at the same moment ("full jitter").</summary>
/// <remarks>See <see href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">AWS's
/// comparison</see>.</remarks>
internal sealed class Backoff(TimeProvider clock)
{
    private const int MaxAttempts = 10;
    private const int FirstBound = 25;
    private const int LastBound = 1000;

    private int _attempts = 1;

    /// <summary>Starts again with the first limit, after an attempt that made progress.</summary>
    public void Reset() => _attempts = 1;

    /// <summary>Waits for the next attempt.</summary>
    /// <returns>Whether there is a next one.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        if (_attempts == MaxAttempts)
            return false;
        var bound = Math.Min(LastBound, FirstBound << (_attempts++ - 1));
        await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(bound) + 1), clock, cancellation);
        return true;
    }
}
