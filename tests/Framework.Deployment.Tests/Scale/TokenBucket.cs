namespace Framework.Deployment.Tests.Scale;

/// <summary>A throttle of API Gateway: a rate in the long run, and a burst above it.</summary>
internal sealed class TokenBucket(double rate, double burst)
{
    private double _used;

    /// <summary>The share of the requests of one second that passes.</summary>
    public double Pass(double requests)
    {
        _used = Math.Max(_used - rate, -rate);
        var passed = Math.Min(requests, burst - _used);
        _used = Math.Max(_used + passed, 0);
        return requests == 0 ? 1 : passed / requests;
    }
}
