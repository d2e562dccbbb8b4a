using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>
/// The effect of UpdateTable on a definition: the new definition, and the one that is shown until the change is done (the old
/// throughput with the time of the change).
/// </summary>
internal sealed class TableUpdate(
    JsonElement request, DateTimeOffset now, DateTimeOffset settled, DateTimeOffset streamTime)
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public (TableDefinition Final, TableDefinition Shown) Apply(TableDefinition table)
    {
        var isPayPerRequest = request.Text("BillingMode") is { } mode ? mode == "PAY_PER_REQUEST" : table.IsPayPerRequest;
        if (isPayPerRequest && request.Member("ProvisionedThroughput") is not null)
            throw ThroughputReader.NotWhenPayPerRequest();
        var (indexes, nextIndex) = new IndexUpdates(request, now, settled).Apply(table, isPayPerRequest);
        RequireIndexThroughput(table, isPayPerRequest);

        var (stream, formerStreams) = ChangeStream(table);
        var (final, shown) = ChangeThroughput(table, isPayPerRequest);
        var capacity = new CapacityReader(isPayPerRequest);
        final = final with
        {
            // Only the attributes of keys stay defined.
            AttributeDefinitions =
                [.. table.Key.Attributes.Concat(indexes.SelectMany(index => index.Key.Attributes)).Distinct()],
            Indexes = indexes,
            NextIndex = nextIndex,
            IsPayPerRequest = isPayPerRequest,
            HasBillingSummary = table.HasBillingSummary || request.Text("BillingMode") is not null,
            LastUpdateToPayPerRequest =
                isPayPerRequest && !table.IsPayPerRequest ? settled : table.LastUpdateToPayPerRequest,
            Stream = stream,
            FormerStreams = formerStreams,
            IsDeletionProtected = request.Flag("DeletionProtectionEnabled") ?? table.IsDeletionProtected,
            TableClass = request.Text("TableClass") ?? table.TableClass,
            EncryptionKey = EncryptionReader.Read(request, table.RegionName, table.EncryptionKey),
            OnDemand = capacity.OnDemand(request, table.OnDemand),
            Warm = capacity.Warm(request, final.Throughput, table.Warm),
        };
        return (final, final with { Throughput = shown.Throughput });
    }

    private (TableDefinition Final, TableDefinition Shown) ChangeThroughput(TableDefinition table, bool isPayPerRequest)
    {
        if (isPayPerRequest && !table.IsPayPerRequest)
        {
            var none = new Throughput { LastDecrease = now, DecreasesToday = table.Throughput.DecreasesToday };
            return (table with { Throughput = none }, table with { Throughput = none });
        }

        if (request.Member("ProvisionedThroughput") is null)
            return (table, table);
        var (final, shown) = ThroughputChange.Apply(
            table.Throughput, ThroughputReader.Read(request), now, settled);
        return (table with { Throughput = final }, table with { Throughput = shown });
    }

    private void RequireIndexThroughput(TableDefinition table, bool isPayPerRequest)
    {
        if (isPayPerRequest || !table.IsPayPerRequest)
            return;
        HashSet<string?> given = [.. request.Elements("GlobalSecondaryIndexUpdates")
            .Select(update => update.Member("Update")?.Text("IndexName"))];
        string[] missing = [.. table.Indexes.Where(index => index.IsGlobal && !given.Contains(index.Name))
            .Select(index => index.Name)];
        if (missing.Length > 0)
            throw DynamoDBException.Validation(
                $"{Invalid}ProvisionedThroughput must be specified for index: {string.Join(',', missing)}");
    }

    private (StreamDefinition? Stream, IReadOnlyList<StreamDefinition> Former) ChangeStream(TableDefinition table)
    {
        if (request.Member("StreamSpecification") is null)
            return (table.Stream, table.FormerStreams);
        var stream = StreamReader.Read(request, streamTime);
        if (stream is not null && table.Stream is not null)
            throw DynamoDBException.Validation("Table already has an enabled stream: TableName: " + table.Name);
        if (stream is null && table.Stream is null)
            throw DynamoDBException.Validation("Table doesn't have a stream enabled to disable. TableName: " + table.Name);
        if (stream is not null)
            return (stream, table.FormerStreams);
        return (null, table.WithoutStream(now).FormerStreams);
    }
}
