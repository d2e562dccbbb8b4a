namespace Framework.Telemetry;

/// <summary>What logs and metrics say about the invocation that they belong to.</summary>
internal sealed class InvocationTelemetry(string requestId)
{
    // A handler may record from several tasks at once. Most record nothing, and pay for no lock.
    private List<MetricValue>? _metrics;

    public string RequestId { get; } = requestId;

    public string? TraceId { get; init; }

    public string? Endpoint { get; set; }

    public string? CallerId { get; set; }

    /// <summary>What was recorded until now; a task that a handler left running may still record more.</summary>
    public IReadOnlyList<MetricValue> Metrics
    {
        get
        {
            if (Volatile.Read(ref _metrics) is not { } metrics)
                return [];
            lock (metrics)
                return [.. metrics];
        }
    }

    public void Record(MetricValue value)
    {
        var metrics = Volatile.Read(ref _metrics) ?? Interlocked.CompareExchange(ref _metrics, [], null) ?? _metrics;
        lock (metrics)
            metrics.Add(value);
    }
}
