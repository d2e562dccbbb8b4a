using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Paging;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Tables;

/// <summary>Reads queries to their end, or page by page.</summary>
internal sealed class QueryReader<T>(TableClient client, CursorProtector cursors, TimeProvider clock)
    where T : class, ITableItem<T>
{
    public async IAsyncEnumerable<T> ReadAsync(
        Query<T> query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = Request(query);
        request.Limit = request.FilterExpression is null ? query.Limit : null;
        var left = query.Limit ?? int.MaxValue;
        do
        {
            var response = await client.SendAsync(null, dynamo => dynamo.QueryAsync(request, cancellation));
            foreach (var attributes in response.Items ?? [])
            {
                yield return T.Read(attributes);
                if (--left == 0)
                    yield break;
            }
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    public async Task<Page<T>> ReadPageAsync(
        Query<T> query, int limit, string? cursor, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var scope = CursorScope.Of(client.Name, query);
        var request = Request(query);
        if (cursor is not null)
            request.ExclusiveStartKey = new ItemKey(query.Partition, cursors.Open(cursor, scope)).ToAttributes(T.Schema);

        // One more than asked for tells whether a page follows. The limit counts what is read, before the filter: where
        // it drops much, each round reads twice as much as the one before.
        var found = new List<Dictionary<string, AttributeValue>>();
        for (var read = limit + 1L; ; read *= 2)
        {
            request.Limit = (int)Math.Min(read, int.MaxValue);
            var response = await client.SendAsync(null, dynamo => dynamo.QueryAsync(request, cancellation));
            found.AddRange(response.Items ?? []);
            if (found.Count > limit)
                return new(Read(found, limit), cursors.Seal(ItemKey.Of(found[limit - 1], T.Schema).Sort!.Value, scope));
            if (response.LastEvaluatedKey is not { Count: > 0 })
                return new(Read(found, found.Count), null);
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
    }

    public QueryRequest Request(Query<T> query)
    {
        CheckKeys(query);
        var writer = new ExpressionWriter();
        var partition = $"{writer.Name(T.Schema.PartitionKey.Name)} = {writer.Value(query.Partition.ToAttributeValue())}";
        return new()
        {
            TableName = client.Name,
            KeyConditionExpression = query.Sort is { } sort
                ? $"{partition} AND {sort.Write(writer, T.Schema.SortKey!.Name)}"
                : partition,
            FilterExpression = Filter(query, writer),
            ExpressionAttributeNames = writer.Names,
            ExpressionAttributeValues = writer.Values,
            ScanIndexForward = !query.IsDescending,
            ReturnConsumedCapacity = client.Capacity.Asked,
            ConsistentRead = query.Consistency == ReadConsistency.Strong,
        };
    }

    private static void CheckKeys(Query<T> query)
    {
        KeyRules.CheckPartition(T.Schema.PartitionKey, query.Partition);
        if (query.Sort is not { } sort)
            return;
        KeyRules.CheckSort(T.Schema.SortKey!, sort.First);
        if (sort.Last is { } last)
            KeyRules.CheckSort(T.Schema.SortKey!, last);
    }

    private string? Filter(Query<T> query, ExpressionWriter writer)
    {
        var filter = query.Filter?.Write(writer);
        if (T.Schema.ExpiresAt is not { } expiresAt)
            return filter;
        var isLive = Expiry.IsLive(writer, expiresAt, clock);
        return filter is null ? isLive : $"{filter} AND {isLive}";
    }

    private static List<T> Read(List<Dictionary<string, AttributeValue>> found, int count)
    {
        var items = new List<T>(count);
        for (var index = 0; index < count; index++)
            items.Add(T.Read(found[index]));
        return items;
    }
}
