using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>A change of provisioned capacity: the new figures, and the old ones with the time of the change.</summary>
internal static class ThroughputChange
{
    public static (Throughput Final, Throughput Shown) Apply(
        Throughput current, Throughput wanted, DateTimeOffset now, DateTimeOffset settled)
    {
        var (read, write) = (wanted.ReadUnits - current.ReadUnits, wanted.WriteUnits - current.WriteUnits);
        if (read == 0 && write == 0)
            throw DynamoDBException.Validation(
                "The provisioned throughput for the table will not change. "
                + "The requested value equals the current value. "
                + $"Current ReadCapacityUnits provisioned for the table: {current.ReadUnits}. "
                + $"Requested ReadCapacityUnits: {wanted.ReadUnits}. "
                + $"Current WriteCapacityUnits provisioned for the table: {current.WriteUnits}. "
                + $"Requested WriteCapacityUnits: {wanted.WriteUnits}. "
                + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
        var increases = read > 0 || write > 0;
        var decreases = read < 0 || write < 0;
        var shown = current with
        {
            LastIncrease = increases ? now : current.LastIncrease,
            LastDecrease = decreases ? now : current.LastDecrease,
        };
        return (shown with
        {
            ReadUnits = wanted.ReadUnits,
            WriteUnits = wanted.WriteUnits,
            LastIncrease = increases ? settled : current.LastIncrease,
            LastDecrease = decreases ? settled : current.LastDecrease,
            DecreasesToday = current.DecreasesToday + (decreases && !increases ? 1 : 0),
        }, shown);
    }
}
