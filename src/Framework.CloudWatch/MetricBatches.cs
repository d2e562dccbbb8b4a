namespace Framework.CloudWatch;

/// <summary>Divides metrics into calls.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html">PutMetricData</see>:
/// 1,000 metrics and 1 MB a call, one namespace.</remarks>
internal static class MetricBatches
{
    private const int MaxMetrics = 1000;
    private const int MaxLength = 1_000_000;

    public static IEnumerable<MetricBatch> Of(IReadOnlyList<CollectedMetric> metrics) =>
        metrics.GroupBy(metric => metric.Key.Service, StringComparer.Ordinal).SelectMany(group => Batches(group.Key, group));

    private static IEnumerable<MetricBatch> Batches(string service, IEnumerable<CollectedMetric> metrics)
    {
        var batch = new List<CollectedMetric>();
        var length = 0;
        foreach (var metric in metrics)
        {
            if (batch.Count == MaxMetrics || (length + metric.Length > MaxLength && batch.Count > 0))
            {
                yield return new MetricBatch(service, batch);
                (batch, length) = ([], 0);
            }
            batch.Add(metric);
            length += metric.Length;
        }
        if (batch.Count > 0)
            yield return new MetricBatch(service, batch);
    }
}
