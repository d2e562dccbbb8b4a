namespace Framework.Deployment.Tests.Scale;

/// <summary>The units of a table on demand: twice the peak of before, as far as the table's quota; one item has a partition's at most.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html">on-demand
/// capacity</see>: a new peak is served at once up to twice the one before, and over that within 30 minutes.</remarks>
internal sealed class TableCapacity(double initial, double perItem)
{
    private const double Quota = 40_000;
    private const double DoublingSeconds = 30 * 60;

    private double _capacity = initial;

    /// <summary>The share of the calls of one second that the table takes.</summary>
    public double Pass(double calls, double hotShare)
    {
        if (calls == 0)
            return 1;
        var hot = Math.Min(calls * hotShare, perItem);
        var passed = Math.Min(hot + (calls * (1 - hotShare)), _capacity);
        // Under load, the capacity grows to twice the peak, evenly over the half hour.
        if (2 * passed > _capacity)
            _capacity = Math.Min(Quota, _capacity * Math.Pow(2, 1 / DoublingSeconds));
        return passed / calls;
    }
}
