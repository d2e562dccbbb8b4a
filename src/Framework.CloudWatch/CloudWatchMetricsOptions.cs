namespace Framework.CloudWatch;

/// <summary>How metrics are sent.</summary>
public sealed class CloudWatchMetricsOptions
{
    /// <summary>How often metrics are sent: a minute by default, at least a second.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether metrics are sent in Lambda too, where the log lines are metrics already and each would count twice.</summary>
    public bool SendsInLambda { get; set; }
}
