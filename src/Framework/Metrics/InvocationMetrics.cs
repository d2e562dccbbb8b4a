using Framework.Telemetry;

namespace Framework.Metrics;

/// <summary>Keeps a value with the invocation it belongs to.</summary>
internal sealed class InvocationMetrics(CurrentInvocation current) : IMetrics
{
    private const int MaxName = 1024;

    // CloudWatch takes -2^360 to 2^360.
    private const double MaxValue = 2.3485425827738332e108;

    public void Record(string name, double value, MetricUnit unit = MetricUnit.None)
    {
        if (!string.IsNullOrWhiteSpace(name) && name.Length <= MaxName && Math.Abs(value) <= MaxValue)
            current.Value?.Record(new MetricValue(name, value, unit.ToString()));
    }
}
