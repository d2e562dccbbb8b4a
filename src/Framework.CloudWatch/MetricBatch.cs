namespace Framework.CloudWatch;

/// <summary>The metrics of one call.</summary>
internal sealed record MetricBatch(string Namespace, IReadOnlyList<CollectedMetric> Metrics);
