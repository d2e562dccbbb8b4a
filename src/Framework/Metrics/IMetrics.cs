namespace Framework.Metrics;

/// <summary>Records metrics of the current invocation. They are written with its log, in CloudWatch's embedded metric
/// format, and need no call. Nothing here throws: a name or value that CloudWatch would refuse is left out.</summary>
public interface IMetrics
{
    /// <summary>Records a value.</summary>
    /// <param name="name">The metric's name, 1 to 1,024 characters. Never an id: each name is a metric that costs.
    /// The framework's own names, such as <c>Duration</c>, are left out.</param>
    /// <param name="value">The value; not a number, infinite and what is beyond 2^360 are left out.</param>
    /// <param name="unit">Its unit.</param>
    void Record(string name, double value, MetricUnit unit = MetricUnit.None);

    /// <summary>Counts something that happened.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="count">How often it happened.</param>
    void Count(string name, double count = 1) => Record(name, count, MetricUnit.Count);

    /// <summary>Records how long something took.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="duration">The time, recorded in milliseconds.</param>
    void Record(string name, TimeSpan duration) => Record(name, duration.TotalMilliseconds, MetricUnit.Milliseconds);
}
