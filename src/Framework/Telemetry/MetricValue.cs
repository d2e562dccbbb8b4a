namespace Framework.Telemetry;

/// <summary>One recorded value of a metric.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">CloudWatch's word for its unit, such as <c>Milliseconds</c>.</param>
public readonly record struct MetricValue(string Name, double Value, string Unit);
