using Framework.Telemetry;

namespace Framework.Metrics;

/// <summary>Keeps a value with the invocation it belongs to.</summary>
internal sealed class InvocationMetrics(CurrentInvocation current) : IMetrics
{
    private const int MaxName = 1024;

    public void Record(string name, double value, MetricUnit unit = MetricUnit.None)
    {
        if (!string.IsNullOrWhiteSpace(name) && name.Length <= MaxName && double.IsFinite(value))
            current.Value?.Record(new MetricValue(name, value, unit));
    }
}
