namespace Framework.Local.Gateway;

/// <summary>A throttle of API Gateway: a token bucket, in which each request takes a token.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html">API
/// Gateway's documentation</see>.</remarks>
/// <param name="rate">How many tokens come in a second.</param>
/// <param name="burst">How many the bucket holds.</param>
internal sealed class TokenBucket(int rate, int burst)
{
    private const long Token = TimeSpan.TicksPerSecond;

    private readonly Lock _lock = new();
    private long _tokens = burst * Token;
    private long? _filled;

    /// <summary>Takes a token.</summary>
    /// <returns>False where there is none.</returns>
    public bool Take(TimeProvider clock)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            var elapsed = clock.GetElapsedTime(_filled ?? now, now);
            _filled = now;
            _tokens = (long)Int128.Min(burst * Token, _tokens + ((Int128)elapsed.Ticks * rate));
            if (_tokens < Token)
                return false;
            _tokens -= Token;
            return true;
        }
    }
}
