using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Reads;

/// <summary>Reads a whole table, in one or more segments at once.</summary>
internal sealed class Scanner<T>(TableClient client, TimeProvider clock)
    where T : class, ITableItem<T>
{
    // Scan takes more, but each is a call in flight.
    private const int MaxSegments = 1_000;

    public IAsyncEnumerable<T> ReadAsync(int segments, ReadConsistency consistency, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MaxSegments);
        return segments == 1
            ? ReadSegmentAsync(0, 1, consistency, cancellation)
            : ReadSegmentsAsync(segments, consistency, cancellation);
    }

    private async IAsyncEnumerable<T> ReadSegmentsAsync(
        int segments, ReadConsistency consistency, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Each segment waits until its items are taken. The first that fails ends the others, as does a reader who stops.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var items = Channel.CreateBounded<T>(segments);
        var filling = FillAsync();
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(cancellation))
                yield return item;
            await filling;
        }
        finally
        {
            await end.CancelAsync();
            await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task FillAsync()
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = segments, CancellationToken = end.Token };
            try
            {
                await Parallel.ForEachAsync(Enumerable.Range(0, segments), options, async (segment, token) =>
                {
                    await foreach (var item in ReadSegmentAsync(segment, segments, consistency, token))
                        await items.Writer.WriteAsync(item, token);
                });
            }
            finally
            {
                items.Writer.Complete();
            }
        }
    }

    private async IAsyncEnumerable<T> ReadSegmentAsync(
        int segment, int segments, ReadConsistency consistency, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var aliases = new ExpressionWriter();
        var request = new ScanRequest
        {
            TableName = client.Name,
            Segment = segment,
            TotalSegments = segments,
            FilterExpression = Filter(aliases),
            ExpressionAttributeNames = aliases.Names,
            ExpressionAttributeValues = aliases.Values,
            ConsistentRead = consistency == ReadConsistency.Strong,
            ReturnConsumedCapacity = client.Capacity.Asked,
        };
        do
        {
            var response = await client.SendAsync(null, dynamo => dynamo.ScanAsync(request, cancellation));
            foreach (var stored in response.Items ?? [])
                yield return T.Read(stored);
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    // Leaves out guards, items of other types and expired items.
    private string? Filter(ExpressionWriter aliases)
    {
        var items = T.Schema.Unique.Count == 0
            ? null
            : $"NOT begins_with({aliases.Name(T.Schema.PartitionKey.Name)}, {aliases.Value(new() { S = GuardKey.Prefix })})";
        var live = T.Schema.ExpiresAt is { } expiresAt ? Expiry.IsLive(aliases, expiresAt, clock) : null;
        return ItemConditions<T>.And(items, ItemType.Is(aliases, T.Schema), live);
    }
}
