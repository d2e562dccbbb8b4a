using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads and checks ProvisionedThroughput.</summary>
internal static class ThroughputReader
{
    public const long MaxUnits = 1_000_000_000_000;

    private const string Invalid = "One or more parameter values were invalid: ";

    public static void CheckTable(JsonElement request, bool isPayPerRequest)
    {
        var throughput = request.Member("ProvisionedThroughput");
        if (isPayPerRequest && throughput is not null)
            throw NotWhenPayPerRequest();
        if (!isPayPerRequest && throughput is null)
            throw DynamoDBException.Validation($"{Invalid}ReadCapacityUnits and WriteCapacityUnits "
                + "must both be specified when BillingMode is PROVISIONED");
        CheckBounds(request);
    }

    public static void CheckBounds(JsonElement request)
    {
        if (request.Member("ProvisionedThroughput") is not { } throughput)
            return;
        foreach (var name in (string[])["ReadCapacityUnits", "WriteCapacityUnits"])
            if (throughput.Whole(name) is var units and > MaxUnits)
                throw DynamoDBException.Validation($"Given value {units} for {name} is out of bounds");
    }

    public static Throughput Read(JsonElement owner) =>
        owner.Member("ProvisionedThroughput") is { } throughput
            ? new Throughput
            {
                ReadUnits = throughput.Whole("ReadCapacityUnits") ?? 0,
                WriteUnits = throughput.Whole("WriteCapacityUnits") ?? 0,
            }
            : new Throughput();

    public static DynamoDBException NotWhenPayPerRequest() => DynamoDBException.Validation(
        $"{Invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified "
        + "when BillingMode is PAY_PER_REQUEST");
}
