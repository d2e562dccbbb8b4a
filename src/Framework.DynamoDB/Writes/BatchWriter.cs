using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Writes;

/// <summary>Puts or deletes many items without conditions, and sends again what DynamoDB left out.</summary>
internal sealed class BatchWriter<T>(TableClient client, TimeProvider clock)
    where T : class, ITableItem<T>
{
    // BatchWriteItem takes so many.
    private const int MaxItems = 25;

    public Task<IReadOnlyList<BatchResult>> PutAsync(IReadOnlyCollection<T> items, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        return WriteAsync([.. items.Select(Put)], cancellation);
    }

    public Task<IReadOnlyList<BatchResult>> DeleteAsync(IReadOnlyCollection<Key<T>> keys, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return WriteAsync([.. keys.Select(Delete)], cancellation);
    }

    private static Part Put(T item)
    {
        var key = T.KeyOf(item);
        key.Check(T.Schema);
        var attributes = T.Write(T.WithVersion(item, T.VersionOf(item) + 1));
        // DynamoDB would refuse the items beside it as well, when others are written already.
        return StorageLimits.Fault(attributes) is { } fault ? throw fault : new(key, new(new PutRequest(attributes)));
    }

    private static Part Delete(Key<T> key) => new(key, new(new DeleteRequest(key.ToAttributes(T.Schema))));

    private async Task<IReadOnlyList<BatchResult>> WriteAsync(Part[] parts, CancellationToken cancellation)
    {
        if (T.Schema.Unique.Count > 0)
            throw new InvalidOperationException(
                $"{typeof(T).Name} has unique values, which a batch cannot guard: write its items one by one, or in transactions.");
        if (parts.GroupBy(part => part.Key.Canonical).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"A batch holds a key once; this one holds {twice.First().Key} more than once.");

        var errors = new Dictionary<ItemKey, TableException>();
        foreach (var chunk in parts.Chunk(MaxItems))
            await WriteChunkAsync(chunk, errors, cancellation);
        return [.. parts.Select(part => new BatchResult(part.Key, errors.GetValueOrDefault(part.Key.Canonical)))];
    }

    private async Task WriteChunkAsync(
        Part[] parts, Dictionary<ItemKey, TableException> errors, CancellationToken cancellation)
    {
        var left = parts.Select(part => part.Request).ToList();
        try
        {
            var backoff = TableBackoff.Create(clock);
            while (left.Count > 0)
            {
                var unwritten = await SendAsync(left, cancellation);
                if (unwritten.Count < left.Count)
                    backoff.Reset();
                left = unwritten;
                if (left.Count > 0 && !await backoff.NextAsync(cancellation))
                    throw new TableUnavailableException(client.Name, null);
            }
        }
        catch (ItemTooLargeException) when (parts.Length > 1)
        {
            // DynamoDB does not say which one, and wrote none.
            foreach (var half in parts.Chunk((parts.Length + 1) / 2))
                await WriteChunkAsync(half, errors, cancellation);
        }
        catch (ItemTooLargeException exception)
        {
            errors[parts[0].Key.Canonical] = new ItemTooLargeException(client.Name, parts[0].Key, exception.InnerException);
        }
        catch (TableUnavailableException exception)
        {
            foreach (var key in left.Select(KeyOf))
                errors[key.Canonical] = new TableUnavailableException(client.Name, key, exception.InnerException);
        }
    }

    private async Task<List<WriteRequest>> SendAsync(List<WriteRequest> requests, CancellationToken cancellation)
    {
        var request = new BatchWriteItemRequest
        {
            RequestItems = new() { [client.Name] = requests },
            ReturnConsumedCapacity = client.Capacity.Asked,
        };
        var response = await client.SendAsync(null, dynamo => dynamo.BatchWriteItemAsync(request, cancellation));
        return response.UnprocessedItems?.GetValueOrDefault(client.Name) ?? [];
    }

    private static ItemKey KeyOf(WriteRequest request) =>
        ItemKey.Of(request.PutRequest?.Item ?? request.DeleteRequest.Key, T.Schema);

    private readonly record struct Part(ItemKey Key, WriteRequest Request);
}
