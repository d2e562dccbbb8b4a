using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads OnDemandThroughput and WarmThroughput of a table or an index. The engine does not limit or prepare capacity:
/// it only keeps and describes them.</summary>
internal sealed class CapacityReader(bool isPayPerRequest)
{
    // The initial warm throughput of an on-demand table (developer guide, "Warm throughput").
    private const long WarmReads = 12_000;
    private const long WarmWrites = 4_000;

    private const long NoMaximum = -1;
    private const string Invalid = "One or more parameter values were invalid: ";

    public OnDemandThroughput? OnDemand(JsonElement owner, OnDemandThroughput? current = null)
    {
        if (owner.Member("OnDemandThroughput") is not { } given)
            return isPayPerRequest ? current : null;
        if (!isPayPerRequest)
            throw DynamoDBException.Validation(
                $"{Invalid}OnDemandThroughput can only be specified when BillingMode is PAY_PER_REQUEST");
        var changed = new OnDemandThroughput(
            Maximum(given, "MaxReadRequestUnits", current?.MaxReads), Maximum(given, "MaxWriteRequestUnits", current?.MaxWrites));
        return changed is { MaxReads: null, MaxWrites: null } ? null : changed;
    }

    public WarmThroughput? Warm(JsonElement owner, Throughput provisioned, WarmThroughput? current = null)
    {
        if (owner.Member("WarmThroughput") is not { } given)
            return current;
        var least = current
            ?? (isPayPerRequest ? new(WarmReads, WarmWrites) : new(provisioned.ReadUnits, provisioned.WriteUnits));
        return new(Units("ReadUnitsPerSecond", least.Reads), Units("WriteUnitsPerSecond", least.Writes));

        long Units(string name, long lowest) => given.Whole(name) is not { } units
            ? lowest
            : units >= lowest
                ? units
                : throw DynamoDBException.Validation($"{Invalid}Requested {name} for WarmThroughput for table is lower than "
                    + "current WarmThroughput, decreasing WarmThroughput is not supported");
    }

    private static long? Maximum(JsonElement given, string name, long? current) => given.Whole(name) switch
    {
        null => current,
        NoMaximum => null,
        > 0 and var units => units,
        var units => throw DynamoDBException.Validation($"{Invalid}{name} is {units}: it must be at least 1, or -1 for no maximum"),
    };
}
