namespace Framework.Telemetry;

/// <summary>What logs and metrics say about the invocation that they belong to.</summary>
internal sealed class InvocationTelemetry(string requestId)
{
    // A handler may record from several tasks at once.
    private readonly Lock _lock = new();
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
            lock (_lock)
                return _metrics is null ? [] : [.. _metrics];
        }
    }

    public void Record(MetricValue value)
    {
        lock (_lock)
            (_metrics ??= []).Add(value);
    }
}
