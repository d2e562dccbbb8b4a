using Framework.Telemetry;

namespace Framework.Metrics;

/// <summary>Passes the metrics of each request on: to the log, and to what else the service has for them.</summary>
/// <param name="service">The service's name.</param>
/// <param name="lines">Writes the log lines.</param>
/// <param name="sinks">What else takes metrics.</param>
/// <param name="clock">The time.</param>
internal sealed class MetricsOutput(string service, EmbeddedMetrics lines, IMetricSink[] sinks, TimeProvider clock)
{
    /// <summary>Passes on the request's own metrics and those that its handler recorded.</summary>
    public void Write(in RequestOutcome outcome, InvocationTelemetry telemetry)
    {
        lines.Write(outcome, telemetry);
        if (sinks.Length > 0)
            WriteToSinks(new RequestMetrics(service, outcome.Endpoint, clock.GetUtcNow(), [.. Own(outcome), .. Recorded(telemetry)]));
    }

    private void WriteToSinks(RequestMetrics metrics)
    {
        foreach (var sink in sinks)
        {
            try
            {
                sink.Write(metrics);
            }
#pragma warning disable CA1031 // Telemetry never breaks a request.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }
    }

    private static MetricValue[] Own(in RequestOutcome outcome) =>
    [
        new("Requests", 1, "Count"),
        new("Duration", Math.Round(outcome.Duration.TotalMilliseconds, 3), "Milliseconds"),
        new("ClientErrors", outcome.StatusCode is >= 400 and < 500 ? 1 : 0, "Count"),
        new("ServerErrors", outcome.StatusCode >= 500 ? 1 : 0, "Count"),
        new("ColdStarts", outcome.IsColdStart ? 1 : 0, "Count"),
    ];

    private static IEnumerable<MetricValue> Recorded(InvocationTelemetry telemetry) =>
        telemetry.Metrics.Where(metric => !EmbeddedMetrics.Reserved.Contains(metric.Name));
}
