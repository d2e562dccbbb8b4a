using Framework.Telemetry;

namespace Framework.Metrics;

/// <summary>The metrics of one request.</summary>
/// <param name="Service">The service's name, the namespace in CloudWatch.</param>
/// <param name="Endpoint">The endpoint's name, or <c>(none)</c> where no route took the request.</param>
/// <param name="Time">When the response was ready.</param>
/// <param name="Values">The framework's own metrics and those that the endpoint recorded.</param>
public sealed record RequestMetrics(string Service, string Endpoint, DateTimeOffset Time, IReadOnlyList<MetricValue> Values);
