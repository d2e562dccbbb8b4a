namespace Framework.CloudWatch;

/// <summary>One metric of a minute: how often each value came.</summary>
internal sealed class CollectedMetric(MetricKey key)
{
    // CloudWatch's limit of values a metric (API_MetricDatum).
    private const int MaxValues = 150;

    public MetricKey Key => key;

    public Dictionary<double, double> Counts { get; } = [];

    /// <summary>About how many bytes it is in a call, at most: names in percent encoding, and the longest numbers.</summary>
    public int Length => 1000 + (6 * (key.Service.Length + key.Endpoint.Length + key.Name.Length)) + (Counts.Count * 130);

    /// <summary>Counts a value.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool TryAdd(double value)
    {
        if (!Counts.ContainsKey(value) && Counts.Count == MaxValues)
            return false;
        Counts[value] = Counts.GetValueOrDefault(value) + 1;
        return true;
    }
}
