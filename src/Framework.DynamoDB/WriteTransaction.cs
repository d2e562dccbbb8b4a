using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Tables;
using Framework.DynamoDB.Writes;

namespace Framework.DynamoDB;

/// <summary>Writes to one or more tables that happen all together or not at all.</summary>
/// <remarks>At most 100 items and 4 MB, no item twice, at twice the capacity of the same writes alone
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">
/// TransactWriteItems</see>). Where another transaction is in the way, it is tried again.</remarks>
public sealed class WriteTransaction
{
    private readonly string? _token;
    private readonly List<PlannedWrite> _writes = [];
    private TimeProvider _clock = TimeProvider.System;

    /// <summary>A transaction without writes.</summary>
    /// <param name="idempotencyToken">1 to 36 characters that name the request: for ten minutes after it was committed,
    /// committing the same writes with the same token again succeeds without doing anything.</param>
    public WriteTransaction(string? idempotencyToken = null)
    {
        if (idempotencyToken is { Length: 0 or > 36 })
            throw new ArgumentException("An idempotency token has 1 to 36 characters.", nameof(idempotencyToken));
        _token = idempotencyToken;
    }

    /// <summary>Stores an item whose key is not taken, as <see cref="ITable{T}.CreateAsync"/> does.</summary>
    public WriteTransaction Create<T>(ITable<T> table, T item)
        where T : class, ITableItem<T> => Create(table, item, out _);

    /// <inheritdoc cref="Create{T}(ITable{T}, T)"/>
    /// <param name="table">The item's table.</param>
    /// <param name="item">The item.</param>
    /// <param name="created">The item as it will be stored.</param>
    public WriteTransaction Create<T>(ITable<T> table, T item, out T created)
        where T : class, ITableItem<T> => Add(table, Of(table).Writes.Create(item, out created));

    /// <summary>Stores an item in place of the one with its key, without a check of its version, or as a new one, as
    /// <see cref="ITable{T}.PutAsync"/> does.</summary>
    public WriteTransaction Put<T>(ITable<T> table, T item)
        where T : class, ITableItem<T> => Put(table, item, out _);

    /// <inheritdoc cref="Put{T}(ITable{T}, T)"/>
    /// <param name="table">The item's table.</param>
    /// <param name="item">The item.</param>
    /// <param name="put">The item as it will be stored.</param>
    public WriteTransaction Put<T>(ITable<T> table, T item, out T put)
        where T : class, ITableItem<T> => Add(table, Of(table).Writes.Put(item, out put));

    /// <summary>Stores an item in place of the one with its key, if that still has the item's version.</summary>
    public WriteTransaction Replace<T>(ITable<T> table, T item)
        where T : class, ITableItem<T> => Replace(table, item, out _);

    /// <inheritdoc cref="Replace{T}(ITable{T}, T)"/>
    /// <param name="table">The item's table.</param>
    /// <param name="item">The item.</param>
    /// <param name="replaced">The item as it will be stored.</param>
    public WriteTransaction Replace<T>(ITable<T> table, T item, out T replaced)
        where T : class, ITableItem<T>
    {
        var writes = Of(table).Writes;
        return Add(table, writes.Replace(item, PlannedWrites<T>.OwnVersion(item), out replaced));
    }

    /// <summary>Changes single attributes of an item that exists, and raises its version.</summary>
    public WriteTransaction Update<T>(ITable<T> table, Key<T> key, Update<T> update)
        where T : class, ITableItem<T> => Add(table, Of(table).Writes.Update(key, update));

    /// <summary>Deletes an item, without a check of its version.</summary>
    public WriteTransaction Delete<T>(ITable<T> table, Key<T> key)
        where T : class, ITableItem<T> => Add(table, Of(table).Writes.Delete(key, null));

    /// <summary>Deletes an item, if it has the expected version.</summary>
    public WriteTransaction Delete<T>(ITable<T> table, Key<T> key, ExpectedVersion version)
        where T : class, ITableItem<T> => Add(table, Of(table).Writes.Delete(key, version));

    /// <summary>Leaves an item as it is, but holds that it exists.</summary>
    public WriteTransaction Check<T>(ITable<T> table, Key<T> key)
        where T : class, ITableItem<T> => Add(table, Of(table).Writes.Check(key, null));

    /// <summary>Leaves an item as it is, but holds that it exists and the condition holds.</summary>
    public WriteTransaction Check<T>(ITable<T> table, Key<T> key, Condition<T> condition)
        where T : class, ITableItem<T> => Add(table, Of(table).Writes.Check(key, condition));

    /// <summary>Makes all the writes, or none.</summary>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Errors.TableException">The exception that the first write whose condition did not hold would end in
    /// alone, with its item's key.</exception>
    /// <exception cref="Errors.IdempotencyTokenReusedException">The token was used for other writes. Where a type has a
    /// <see cref="UniqueAttribute"/>, a repeated put, replace, update or delete may be another write, since its guards depend
    /// on what is stored.</exception>
    /// <exception cref="Errors.TableUnavailableException">DynamoDB throttled the call or failed, or others were in the way,
    /// after retries.</exception>
    /// <exception cref="InvalidOperationException">There are more than 100 items, or none, or one of them twice.</exception>
    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        if (_writes.Count == 0)
            throw new InvalidOperationException("The transaction writes nothing.");
        var writes = new List<ItemWrite>(_writes.Count);
        foreach (var write in _writes)
            writes.AddRange(await write.PrepareAsync(cancellation));
        await TransactionSender.CommitAsync(writes, _token, _clock, cancellation);
    }

    private WriteTransaction Add<T>(ITable<T> table, PlannedWrite write)
        where T : class, ITableItem<T>
    {
        if (_writes.Any(other => other.Client.Name == write.Client.Name && other.Key.Canonical == write.Key.Canonical))
            throw new InvalidOperationException($"A transaction holds an item once; this one holds {write.Key} already.");
        if (_writes.Count > 0 && !_writes[0].Client.Sender.Equals(write.Client.Sender))
            throw new ArgumentException("The tables of a transaction are reached through one client.", nameof(table));
        _clock = Of(table).Clock;
        _writes.Add(write);
        return this;
    }

    private static Table<T> Of<T>(ITable<T> table)
        where T : class, ITableItem<T> => table as Table<T>
            ?? throw new ArgumentException("A transaction needs a table that AddTable registered.", nameof(table));
}
