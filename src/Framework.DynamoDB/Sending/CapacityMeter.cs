using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.Metrics;

namespace Framework.DynamoDB.Sending;

/// <summary>Records the capacity units that calls consume, as metrics of the invocation; nothing where the service has no
/// metrics.</summary>
internal sealed class CapacityMeter(IMetrics? metrics)
{
    public const string Read = "ConsumedReadCapacityUnits";
    public const string Write = "ConsumedWriteCapacityUnits";

    /// <summary>What a request asks DynamoDB to report.</summary>
    public ReturnConsumedCapacity? Asked { get; } = metrics is null ? null : ReturnConsumedCapacity.TOTAL;

    public void Record(AmazonWebServiceResponse response)
    {
        if (metrics is null)
            return;
        try
        {
            var (name, consumed) = Consumed(response);
            foreach (var part in consumed ?? [])
                if (part?.CapacityUnits is { } units)
                    metrics.Count(name, units);
        }
#pragma warning disable CA1031 // An author's own IMetrics may throw; telemetry never breaks a call.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static (string Name, List<ConsumedCapacity>? Parts) Consumed(AmazonWebServiceResponse response) => response switch
    {
        GetItemResponse get => (Read, [get.ConsumedCapacity]),
        QueryResponse query => (Read, [query.ConsumedCapacity]),
        ScanResponse scan => (Read, [scan.ConsumedCapacity]),
        BatchGetItemResponse batch => (Read, batch.ConsumedCapacity),
        TransactGetItemsResponse transaction => (Read, transaction.ConsumedCapacity),
        PutItemResponse put => (Write, [put.ConsumedCapacity]),
        UpdateItemResponse update => (Write, [update.ConsumedCapacity]),
        DeleteItemResponse delete => (Write, [delete.ConsumedCapacity]),
        BatchWriteItemResponse batch => (Write, batch.ConsumedCapacity),
        TransactWriteItemsResponse transaction => (Write, transaction.ConsumedCapacity),
        _ => (Read, null),
    };
}
