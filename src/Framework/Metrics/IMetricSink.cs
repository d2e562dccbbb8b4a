namespace Framework.Metrics;

/// <summary>Receives the metrics of every request, for a host that does not collect the log lines in which they are written. Registered
/// among the services; several may be.</summary>
public interface IMetricSink
{
    /// <summary>Takes the metrics of one request. It is called before the response is sent, so it must return at once and leave the
    /// sending to another thread. What it throws is lost: metrics never break a request.</summary>
    /// <param name="metrics">The metrics.</param>
    void Write(RequestMetrics metrics);
}
