using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Reads;

/// <summary>Reads many items by their keys, and asks again for those that DynamoDB left out.</summary>
internal sealed class BatchReader<T>(TableClient client, TimeProvider clock)
    where T : class, ITableItem<T>
{
    // BatchGetItem takes so many keys.
    private const int MaxKeys = 100;

    private readonly ItemReader<T> _items = new(client, clock);

    public async Task<IReadOnlyList<T?>> ReadAsync(
        IReadOnlyCollection<Key<T>> keys, ReadConsistency consistency, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<ItemKey, T?>();
        foreach (var chunk in keys.DistinctBy(key => key.Canonical).Chunk(MaxKeys))
            await ReadChunkAsync(chunk, consistency, found, cancellation);
        return [.. keys.Select(key => found.GetValueOrDefault(key.Canonical))];
    }

    private async Task ReadChunkAsync(
        Key<T>[] keys, ReadConsistency consistency, Dictionary<ItemKey, T?> found, CancellationToken cancellation)
    {
        var left = keys.Select(key => key.ToAttributes(T.Schema)).ToList();
        var backoff = TableBackoff.Create(clock);
        while (true)
        {
            var request = new BatchGetItemRequest
            {
                RequestItems = new()
                {
                    [client.Name] = new() { Keys = left, ConsistentRead = consistency == ReadConsistency.Strong },
                },
                ReturnConsumedCapacity = client.Capacity.Asked,
            };
            var response = await client.SendAsync(null, dynamo => dynamo.BatchGetItemAsync(request, cancellation));
            foreach (var stored in response.Responses?.GetValueOrDefault(client.Name) ?? [])
                found[ItemKey.Of(stored, T.Schema).Canonical] = _items.ReadLive(stored);

            var unread = response.UnprocessedKeys?.GetValueOrDefault(client.Name)?.Keys ?? [];
            if (unread.Count == 0)
                return;
            if (unread.Count < left.Count)
                backoff.Reset();
            if (!await backoff.NextAsync(cancellation))
                throw new TableUnavailableException(client.Name, ItemKey.Of(unread[0], T.Schema));
            left = unread;
        }
    }
}
