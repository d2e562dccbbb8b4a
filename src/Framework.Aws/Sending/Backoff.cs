using System.Security.Cryptography;

namespace Framework.Aws.Sending;

/// <summary>Waits longer and longer between attempts: each time a random time up to a limit that doubles, so that many callers
/// do not repeat their calls at the same moment ("full jitter").</summary>
/// <remarks>See <see href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">AWS's
/// comparison</see>.</remarks>
/// <param name="clock">The clock of the waits.</param>
/// <param name="maxAttempts">How many attempts there are, the first included.</param>
/// <param name="firstLimit">The limit of the first wait, in milliseconds.</param>
/// <param name="lastLimit">The highest limit, in milliseconds.</param>
internal sealed class Backoff(TimeProvider clock, int maxAttempts, int firstLimit, int lastLimit)
{
    private int _attempts = 1;

    /// <summary>Starts again with the first limit, after an attempt that made progress.</summary>
    public void Reset() => _attempts = 1;

    /// <summary>Waits for the next attempt.</summary>
    /// <returns>Whether there is a next one.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        if (_attempts >= maxAttempts)
            return false;
        var limit = (int)Math.Min(lastLimit, (long)firstLimit << Math.Min(_attempts++ - 1, 30));
        await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(limit) + 1), clock, cancellation);
        return true;
    }
}
