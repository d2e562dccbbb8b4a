using Framework.Metrics;

namespace Framework.CloudWatch;

/// <summary>The metrics that wait to be sent. There is an end to them, so that a CloudWatch that cannot be reached does not fill the
/// memory.</summary>
internal sealed class MetricCollection
{
    public const int MaxMetrics = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<MetricKey, CollectedMetric> _open = [];
    private List<CollectedMetric> _all = [];
    private int _lost;

    public void Add(RequestMetrics metrics)
    {
        var minute = new DateTimeOffset(metrics.Time.UtcTicks - (metrics.Time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        lock (_lock)
        {
            foreach (var metric in metrics.Values)
                Add(new MetricKey(metrics.Service, metrics.Endpoint, metric.Name, metric.Unit, minute), metric.Value);
        }
    }

    /// <summary>Takes all metrics out.</summary>
    public IReadOnlyList<CollectedMetric> Take()
    {
        lock (_lock)
        {
            var taken = _all;
            _all = [];
            _open.Clear();
            return taken;
        }
    }

    /// <summary>Puts a metric back that could not be sent.</summary>
    public void Return(CollectedMetric metric)
    {
        lock (_lock)
            Keep(metric);
    }

    /// <summary>How many metrics were lost since the last call.</summary>
    public int TakeLost()
    {
        lock (_lock)
        {
            var lost = _lost;
            _lost = 0;
            return lost;
        }
    }

    private void Add(MetricKey key, double value)
    {
        if (_open.TryGetValue(key, out var open) && open.TryAdd(value))
            return;
        var metric = new CollectedMetric(key);
        metric.TryAdd(value);
        if (Keep(metric))
            _open[key] = metric;
    }

    private bool Keep(CollectedMetric metric)
    {
        if (_all.Count == MaxMetrics)
        {
            _lost++;
            return false;
        }
        _all.Add(metric);
        return true;
    }
}
