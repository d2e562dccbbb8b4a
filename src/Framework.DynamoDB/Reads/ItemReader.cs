using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Reads;

/// <summary>Reads single items.</summary>
internal sealed class ItemReader<T>(TableClient client, TimeProvider clock)
    where T : class, ITableItem<T>
{
    public Task<T?> GetAsync(Key<T> key, ReadConsistency consistency, CancellationToken cancellation) =>
        SendAsync(key, consistency, ReadLive, cancellation);

    /// <summary>An item's attributes, also of one that has expired; empty where there is none.</summary>
    public Task<Dictionary<string, AttributeValue>> GetStoredAsync(Key<T> key, CancellationToken cancellation) =>
        SendAsync(key, ReadConsistency.Strong, stored => stored ?? [], cancellation);

    /// <summary>The item that attributes hold; null where there is none, or it has expired.</summary>
    public T? ReadLive(Dictionary<string, AttributeValue>? stored) =>
        IsAbsent(stored, clock) ? null : T.Read(stored);

    /// <summary>Whether there is no item, or one of another type, or one that has expired.</summary>
    public static bool IsAbsent([NotNullWhen(false)] Dictionary<string, AttributeValue>? stored, TimeProvider clock) =>
        stored is not { Count: > 0 }
        || ItemType.IsOther(stored, T.Schema)
        || Expiry.HasPassed(stored, T.Schema.ExpiresAt, clock);

    private Task<TResult> SendAsync<TResult>(
        Key<T> key,
        ReadConsistency consistency,
        Func<Dictionary<string, AttributeValue>?, TResult> result,
        CancellationToken cancellation) =>
        client.SendAsync(
            key,
            dynamo => dynamo.GetItemAsync(Request(key, consistency), cancellation),
            response => result(response.Item),
            null);

    private GetItemRequest Request(Key<T> key, ReadConsistency consistency) => new()
    {
        TableName = client.Name,
        Key = key.ToAttributes(T.Schema),
        ConsistentRead = consistency == ReadConsistency.Strong,
        ReturnConsumedCapacity = client.Capacity.Asked,
    };
}
