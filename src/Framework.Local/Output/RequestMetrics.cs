namespace Framework.Local.Output;

/// <summary>The service's telemetry of one request.</summary>
/// <param name="Endpoint">The endpoint that responded.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="IsColdStart">Whether the request was the first of the process.</param>
internal sealed record RequestMetrics(string Endpoint, double Milliseconds, bool IsColdStart)
{
    /// <summary>The handler's own metrics.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Recorded { get; init; } = [];
}
