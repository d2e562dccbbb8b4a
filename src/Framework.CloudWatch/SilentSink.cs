using Framework.Metrics;

namespace Framework.CloudWatch;

/// <summary>Sends nothing, where the log lines are metrics already.</summary>
internal sealed class SilentSink : IMetricSink
{
    public void Write(RequestMetrics metrics)
    {
    }
}
