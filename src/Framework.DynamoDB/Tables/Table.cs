using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Reads;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Writes;

namespace Framework.DynamoDB.Tables;

/// <summary>The table of one type of item: says for each operation who does it.</summary>
internal sealed class Table<T>(TableClient client, QueryReader<T> queries, TimeProvider clock) : ITable<T>
    where T : class, ITableItem<T>
{
    private const int MaxRaces = 5;

    private readonly BatchReader<T> _batchReader = new(client, clock);
    private readonly BatchWriter<T> _batchWriter = new(client, clock);
    private readonly Scanner<T> _scanner = new(client, clock);

    public TableClient Client => client;

    public TimeProvider Clock => clock;

    public ItemReader<T> Items { get; } = new(client, clock);

    public PlannedWrites<T> Writes { get; } = new(client, clock);

    public Task<T?> GetAsync(Key<T> key, CancellationToken cancellation) =>
        GetAsync(key, ReadConsistency.Strong, cancellation);

    public Task<T?> GetAsync(Key<T> key, ReadConsistency consistency, CancellationToken cancellation) =>
        Items.GetAsync(key, consistency, cancellation);

    public Task<IReadOnlyList<T?>> GetManyAsync(
        IReadOnlyCollection<Key<T>> keys, ReadConsistency consistency, CancellationToken cancellation) =>
        _batchReader.ReadAsync(keys, consistency, cancellation);

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

    public Task<long> CountAsync(Query<T> query, CancellationToken cancellation) => query.Sort is { IsNever: true }
        ? Task.FromResult(0L)
        : QueryCounter.CountAsync(client, queries.Request(query, null), query.Limit, cancellation);

    public IAsyncEnumerable<T> ScanEntireTableAsync(
        int segments, ReadConsistency consistency, CancellationToken cancellation) =>
        _scanner.ReadAsync(segments, consistency, cancellation);

    public Task<T> CreateAsync(T item, CancellationToken cancellation) =>
        Begin(() => SendAsync(Writes.Create(item, out var created), _ => created, cancellation));

    public Task<T> PutAsync(T item, CancellationToken cancellation) =>
        Begin(() => SendAsync(Writes.Put(item, out var put), _ => put, cancellation));

    public Task<T> ReplaceAsync(T item, CancellationToken cancellation) =>
        ReplaceAsync(item, PlannedWrites<T>.OwnVersion(item), cancellation);

    public Task<T> ReplaceAsync(T item, ExpectedVersion version, CancellationToken cancellation) =>
        ReplaceAsync(item, (ExpectedVersion?)version, cancellation);

    private Task<T> ReplaceAsync(T item, ExpectedVersion? version, CancellationToken cancellation) =>
        Begin(() => SendAsync(Writes.Replace(item, version, out var replaced), _ => replaced, cancellation));

    public async Task<T> UpdateAsync(Key<T> key, Update<T> update, CancellationToken cancellation)
    {
        // A transaction does not return the stored item, and the update may have made the item expire.
        var stored = await SendUpdateAsync(key, update, cancellation)
            ?? await Items.GetStoredAsync(key, cancellation);
        return stored.Count > 0 && !ItemType.IsOther(stored, T.Schema)
            ? T.Read(stored)
            : throw new ItemNotFoundException(client.Name, key);
    }

    // An item that lacks the map or list around a change is read as if it had one: it is given it, which changes nothing
    // of what is read.
    private async Task<Dictionary<string, AttributeValue>?> SendUpdateAsync(
        Key<T> key, Update<T> update, CancellationToken cancellation)
    {
        try
        {
            return await SendAsync(Writes.Update(key, update), static stored => stored, cancellation);
        }
        catch (ConditionFailedException exception) when (exception.LacksParent && Writes.Parents(key, update) is [_, ..] parents)
        {
            foreach (var parent in parents)
                await parent.SendAsync(static stored => stored, cancellation);
            return await SendAsync(Writes.Update(key, update), static stored => stored, cancellation);
        }
    }

    public Task<T> PatchAsync(T original, T changed, CancellationToken cancellation) =>
        PatchAsync(original, changed, PlannedWrites<T>.OwnVersion(original), cancellation);

    public Task<T> PatchAsync(T original, T changed, ExpectedVersion version, CancellationToken cancellation) =>
        PatchAsync(original, changed, (ExpectedVersion?)version, cancellation);

    private async Task<T> PatchAsync(T original, T changed, ExpectedVersion? version, CancellationToken cancellation)
    {
        if (Patch.Between(original, changed) is not { } patch)
            return T.WithVersion(changed, T.VersionOf(original));
        return await UpdateAsync(
            T.KeyOf(original), version is { } expected ? patch.IfVersion(expected) : patch, cancellation);
    }

    public async Task DeleteAsync(Key<T> key, CancellationToken cancellation) =>
        await SendAsync(Writes.Delete(key, null), stored => stored, cancellation);

    public async Task DeleteAsync(Key<T> key, ExpectedVersion version, CancellationToken cancellation) =>
        await SendAsync(Writes.Delete(key, version), stored => stored, cancellation);

    public Task<IReadOnlyList<BatchResult>> PutManyAsync(IReadOnlyCollection<T> items, CancellationToken cancellation) =>
        _batchWriter.PutAsync(items, cancellation);

    public Task<IReadOnlyList<BatchResult>> DeleteManyAsync(
        IReadOnlyCollection<Key<T>> keys, CancellationToken cancellation) =>
        _batchWriter.DeleteAsync(keys, cancellation);

    // An item that cannot be written fails the task, not the call, without an async method's cost.
    private static Task<T> Begin(Func<Task<T>> send)
    {
        try
        {
            return send();
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }

    private Task<TResult> SendAsync<TResult>(
        PlannedWrite planned,
        Func<Dictionary<string, AttributeValue>?, TResult> result,
        CancellationToken cancellation) =>
        planned.TogetherAsync is { } prepareAsync
            ? SendTogetherAsync(prepareAsync, result, cancellation)
            : planned.Alone().SendAsync(result, cancellation);

    // What was read of an item to plan its write may have changed by then: it is planned anew.
    private async Task<TResult> SendTogetherAsync<TResult>(
        Func<CancellationToken, ValueTask<IReadOnlyList<ItemWrite>>> prepareAsync,
        Func<Dictionary<string, AttributeValue>?, TResult> result,
        CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                var writes = await prepareAsync(cancellation);
                if (writes.Count == 1)
                    return await writes[0].SendAsync(result, cancellation);
                await TransactionSender.CommitAsync(writes, null, clock, cancellation);
                return result(null);
            }
            catch (ItemChangedException) when (race < MaxRaces)
            {
            }
        }
    }
}
