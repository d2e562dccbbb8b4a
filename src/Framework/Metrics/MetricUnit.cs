namespace Framework.Metrics;

/// <summary>The unit of a metric, of those that CloudWatch knows.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html">
/// MetricDatum</see>.</remarks>
public enum MetricUnit
{
    /// <summary>A number without a unit.</summary>
    None,

    /// <summary>How often something happened.</summary>
    Count,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A share of a hundred.</summary>
    Percent,
}
