using Framework.Metrics;

namespace Framework.Telemetry;

/// <summary>One recorded value of a metric.</summary>
internal readonly record struct MetricValue(string Name, double Value, MetricUnit Unit);
