using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Paging;
using Framework.DynamoDB.Sending;
using Framework.Resources;

namespace Framework.DynamoDB.Tables;

/// <summary>Reads queries to their end, or page by page.</summary>
internal sealed class QueryReader<T>(TableClient client, CursorProtector cursors, TimeProvider clock)
    where T : class, ITableItem<T>
{
    public async IAsyncEnumerable<TView> ReadAsync<TView>(
        Query<T> query, View<TView> view, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query.Sort is { IsNever: true })
            yield break;
        var request = Request(query, view.Attributes);
        var left = query.Limit ?? int.MaxValue;
        for (var read = left; ; read = Twice(read))
        {
            request.Limit = query.Limit is null ? null : read;
            var response = await client.SendAsync(null, dynamo => dynamo.QueryAsync(request, cancellation));
            foreach (var attributes in response.Items ?? [])
            {
                yield return view.Read(attributes);
                if (--left == 0)
                    yield break;
            }
            if (response.LastEvaluatedKey is not { Count: > 0 })
                yield break;
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
    }

    public async Task<Page<TView>> ReadPageAsync<TView>(
        Query<T> query, View<TView> view, int limit, string? cursor, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (query.Sort is { IsNever: true })
            return new([], null);
        var scope = CursorScope.Of(client.Name, query);
        var place = new QueryPlace(T.Schema, Index(query));
        var request = Request(query, view.Attributes?.Concat(place.KeyNames));
        if (cursor is not null)
            request.ExclusiveStartKey = place.ToStartKey(query.Partition, cursors.Open(cursor, scope));

        // The query reads one item more than asked for, to know whether a page follows. DynamoDB counts the limit before the
        // filter: where the filter drops many items, each round reads twice as many as the round before.
        var found = new List<Dictionary<string, AttributeValue>>();
        for (var read = (int)Math.Min(limit + 1L, int.MaxValue); ; read = Twice(read))
        {
            request.Limit = read;
            var response = await client.SendAsync(null, dynamo => dynamo.QueryAsync(request, cancellation));
            found.AddRange(response.Items ?? []);
            if (found.Count > limit)
                return new(Read(found, limit, view), cursors.Seal(place.Of(found[limit - 1]), scope));
            if (response.LastEvaluatedKey is not { Count: > 0 })
                return new(Read(found, found.Count, view), null);
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
    }

    public QueryRequest Request(Query<T> query, IEnumerable<string>? attributes)
    {
        var writer = new ExpressionWriter();
        var index = Index(query);
        var (partitionKey, sortKey) = index is null
            ? (T.Schema.PartitionKey, T.Schema.SortKey)
            : (index.PartitionKey, index.SortKey);
        var partition = $"{writer.Name(partitionKey.Name)} = {writer.Value(query.Partition.ToAttributeValue())}";
        return new()
        {
            TableName = client.Name,
            IndexName = index?.Name,
            KeyConditionExpression = query.Sort is { } sort
                ? $"{partition} AND {sort.Write(writer, sortKey!.Name)}"
                : partition,
            FilterExpression = Filter(query, writer),
            ProjectionExpression = attributes is null ? null : string.Join(", ", attributes.Distinct().Select(writer.Name)),
            ExpressionAttributeNames = writer.Names,
            ExpressionAttributeValues = writer.Values,
            ScanIndexForward = !query.IsDescending,
            ReturnConsumedCapacity = client.Capacity.Asked,
            ConsistentRead = query.Consistency == ReadConsistency.Strong && index is null or { IsLocal: true },
        };
    }

    private static int Twice(int limit) => (int)Math.Min(limit * 2L, int.MaxValue);

    private static TableIndex? Index(Query<T> query) => query.Index is { } name
        ? T.Schema.Indexes.FirstOrDefault(index => index.Name == name)
            ?? throw new ArgumentException($"{typeof(T).Name} has no index '{name}'.", nameof(query))
        : null;

    private string? Filter(Query<T> query, ExpressionWriter writer) => ItemConditions<T>.And(
        query.Filter?.Write(writer),
        ItemType.Is(writer, T.Schema),
        T.Schema.ExpiresAt is { } expiresAt ? Expiry.IsLive(writer, expiresAt, clock) : null);

    private static List<TView> Read<TView>(List<Dictionary<string, AttributeValue>> found, int count, View<TView> view)
    {
        var items = new List<TView>(count);
        for (var index = 0; index < count; index++)
            items.Add(view.Read(found[index]));
        return items;
    }
}
