namespace Framework.Telemetry;

/// <summary>What logs and metrics say about the invocation that they belong to.</summary>
internal sealed class InvocationTelemetry(string requestId)
{
    private List<MetricValue>? _metrics;

    public string RequestId { get; } = requestId;

    public string? TraceId { get; init; }

    public string? Endpoint { get; set; }

    public string? CallerId { get; set; }

    public IReadOnlyList<MetricValue> Metrics => _metrics ?? [];

    // A handler may record from several tasks at once.
    private readonly Lock _lock = new();

    public void Record(MetricValue value)
    {
        lock (_lock)
            (_metrics ??= []).Add(value);
    }
}
