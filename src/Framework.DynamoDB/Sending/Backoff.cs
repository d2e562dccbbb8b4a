using System.Security.Cryptography;

namespace Framework.DynamoDB.Sending;

/// <summary>Waits ever longer between attempts, each time by chance up to a bound that doubles, so that many callers do
/// not come back at once ("full jitter").</summary>
/// <remarks>See <see href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">AWS's
/// comparison</see>.</remarks>
internal sealed class Backoff(TimeProvider clock)
{
    private const int MaxAttempts = 10;
    private const int FirstBound = 25;
    private const int LastBound = 1000;

    private int _attempts = 1;

    /// <summary>Begins anew, after an attempt that got something done.</summary>
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
