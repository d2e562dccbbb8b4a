using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;

namespace Framework.DynamoDB.Tables;

/// <summary>The table of one type of item.</summary>
internal sealed class Table<T>(TableClient client, QueryReader<T> queries, TimeProvider clock) : ITable<T>
    where T : class, ITableItem<T>
{
    public Task<T?> GetAsync(Key<T> key, CancellationToken cancellation) =>
        GetAsync(key, ReadConsistency.Strong, cancellation);

    public async Task<T?> GetAsync(Key<T> key, ReadConsistency consistency, CancellationToken cancellation)
    {
        var request = new GetItemRequest
        {
            TableName = client.Name,
            Key = key.ToAttributes(T.Schema),
            ConsistentRead = consistency == ReadConsistency.Strong,
        };
        var response = await client.SendAsync(key, dynamo => dynamo.GetItemAsync(request, cancellation));
        return IsAbsent(response.Item) ? null : T.Read(response.Item);
    }

    public IAsyncEnumerable<T> QueryAsync(Query<T> query, CancellationToken cancellation) =>
        queries.ReadAsync(query, View.Whole<T>(), cancellation);

    public IAsyncEnumerable<TView> QueryAsync<TView>(Query<T> query, CancellationToken cancellation)
        where TView : class, IProjection<T, TView> =>
        queries.ReadAsync(query, View.Of<T, TView>(), cancellation);

    public Task<Page<T>> QueryPageAsync(Query<T> query, int limit, string? cursor, CancellationToken cancellation) =>
        queries.ReadPageAsync(query, View.Whole<T>(), limit, cursor, cancellation);

    public Task<Page<TView>> QueryPageAsync<TView>(
        Query<T> query, int limit, string? cursor, CancellationToken cancellation)
        where TView : class, IProjection<T, TView> =>
        queries.ReadPageAsync(query, View.Of<T, TView>(), limit, cursor, cancellation);

    public async Task<T> CreateAsync(T item, CancellationToken cancellation)
    {
        var created = T.WithVersion(item, 1);
        var key = T.KeyOf(item);
        var writer = new ExpressionWriter();
        var request = Put(created, IsFree(writer), writer);
        try
        {
            await client.SendAsync(key, dynamo => dynamo.PutItemAsync(request, cancellation));
            return created;
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw new ItemExistsException(client.Name, key, exception);
        }
    }

    public Task<T> ReplaceAsync(T item, CancellationToken cancellation) =>
        ReplaceAsync(item, T.Schema.Version is null ? null : new ExpectedVersion(T.VersionOf(item)), cancellation);

    public Task<T> ReplaceAsync(T item, ExpectedVersion version, CancellationToken cancellation) =>
        ReplaceAsync(item, (ExpectedVersion?)version, cancellation);

    private async Task<T> ReplaceAsync(T item, ExpectedVersion? version, CancellationToken cancellation)
    {
        var replaced = version is { } expected ? T.WithVersion(item, expected.Number + 1) : item;
        var key = T.KeyOf(item);
        var writer = new ExpressionWriter();
        var request = Put(replaced, And(IsLive(writer), HasVersion(writer, version)), writer);
        try
        {
            await client.SendAsync(key, dynamo => dynamo.PutItemAsync(request, cancellation));
            return replaced;
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw Refusal(exception, key, version);
        }
    }

    public async Task<T> UpdateAsync(Key<T> key, Update<T> update, CancellationToken cancellation)
    {
        var writer = new ExpressionWriter();
        var request = new UpdateItemRequest
        {
            TableName = client.Name,
            Key = key.ToAttributes(T.Schema),
            UpdateExpression = update.Write(writer, T.Schema.Version),
            ConditionExpression =
                And(IsLive(writer), HasVersion(writer, update.Version), update.Condition?.Write(writer)),
            ExpressionAttributeNames = writer.Names,
            ExpressionAttributeValues = writer.Values,
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            var response = await client.SendAsync(key, dynamo => dynamo.UpdateItemAsync(request, cancellation));
            return T.Read(response.Attributes);
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw Refusal(exception, key, update.Version);
        }
    }

    public Task DeleteAsync(Key<T> key, CancellationToken cancellation) => DeleteAsync(key, null, cancellation);

    public Task DeleteAsync(Key<T> key, ExpectedVersion version, CancellationToken cancellation) =>
        DeleteAsync(key, (ExpectedVersion?)version, cancellation);

    private async Task DeleteAsync(Key<T> key, ExpectedVersion? version, CancellationToken cancellation)
    {
        var writer = new ExpressionWriter();
        var request = new DeleteItemRequest
        {
            TableName = client.Name,
            Key = key.ToAttributes(T.Schema),
            ConditionExpression = And(IsLive(writer), HasVersion(writer, version)),
            ExpressionAttributeNames = writer.Names,
            ExpressionAttributeValues = writer.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await client.SendAsync(key, dynamo => dynamo.DeleteItemAsync(request, cancellation));
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw Refusal(exception, key, version);
        }
    }

    private PutItemRequest Put(T item, string condition, ExpressionWriter writer) => new()
    {
        TableName = client.Name,
        Item = T.Write(item),
        ConditionExpression = condition,
        ExpressionAttributeNames = writer.Names,
        ExpressionAttributeValues = writer.Values,
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    private string IsLive(ExpressionWriter writer)
    {
        var exists = $"attribute_exists({writer.Name(T.Schema.PartitionKey.Name)})";
        return And(
            exists,
            ItemType.Is(writer, T.Schema),
            T.Schema.ExpiresAt is { } expiresAt ? Expiry.IsLive(writer, expiresAt, clock) : null);
    }

    private string IsFree(ExpressionWriter writer)
    {
        var absent = $"attribute_not_exists({writer.Name(T.Schema.PartitionKey.Name)})";
        return T.Schema.ExpiresAt is { } expiresAt
            ? $"{absent} OR NOT {Expiry.IsLive(writer, expiresAt, clock)}"
            : absent;
    }

    private static string? HasVersion(ExpressionWriter writer, ExpectedVersion? version)
    {
        if (version is not { } expected)
            return null;
        var name = T.Schema.Version
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no version to check: mark one with [Version].");
        return $"{writer.Name(name)} = {writer.Value(Number(expected.Number))}";
    }

    private static string And(params ReadOnlySpan<string?> conditions)
    {
        var present = new List<string>(conditions.Length);
        foreach (var condition in conditions)
            if (condition is not null)
                present.Add(condition);
        return string.Join(" AND ", present);
    }

    // What the item was when the condition failed says which part of it did.
    private TableException Refusal(ConditionalCheckFailedException exception, ItemKey key, ExpectedVersion? version)
    {
        if (IsAbsent(exception.Item))
            return new ItemNotFoundException(client.Name, key, exception);
        var actual = T.Schema.Version is { } name && exception.Item.TryGetValue(name, out var stored)
            ? long.Parse(stored.N, CultureInfo.InvariantCulture)
            : 0;
        return version is { } expected && expected.Number != actual
            ? new VersionMismatchException(client.Name, key, expected, actual, exception)
            : new ConditionFailedException(client.Name, key, exception);
    }

    private bool IsAbsent(Dictionary<string, AttributeValue>? attributes) =>
        attributes is not { Count: > 0 }
        || ItemType.IsOther(attributes, T.Schema)
        || Expiry.HasPassed(attributes, T.Schema.ExpiresAt, clock);

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
