using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Tables;

namespace Framework.DynamoDB;

/// <summary>Reads items of one or more tables as they were at one moment.</summary>
/// <remarks>At most 100 items and 4 MB, no item twice, at twice the capacity of strongly consistent reads
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">
/// TransactGetItems</see>). Where a write conflicts with it, it is tried again.</remarks>
public sealed class ReadTransaction
{
    // TransactGetItems takes so many.
    private const int MaxItems = 100;

    private readonly List<Read> _reads = [];
    private TimeProvider _clock = TimeProvider.System;

    /// <summary>Names an item to read.</summary>
    /// <returns>Holds the item once <see cref="RunAsync"/> is done.</returns>
    public TransactionRead<T> Get<T>(IReadTable<T> table, Key<T> key)
        where T : class, ITableItem<T>
    {
        ArgumentNullException.ThrowIfNull(key);
        if (table is not Table<T> own)
            throw new ArgumentException("A transaction needs a table that AddTable registered.", nameof(table));
        if (_reads.Any(other => other.Client.Name == own.Client.Name && other.Key.Canonical == key.Canonical))
            throw new InvalidOperationException($"A transaction holds an item once; this one holds {key} already.");
        if (_reads.Count > 0 && !_reads[0].Client.Sender.Equals(own.Client.Sender))
            throw new ArgumentException("The tables of a transaction are reached through one client.", nameof(table));
        var read = new TransactionRead<T>();
        _reads.Add(new(own.Client, key, key.ToAttributes(T.Schema), stored => read.Set(own.Items.ReadLive(stored))));
        _clock = own.Clock;
        return read;
    }

    /// <summary>Reads all the items.</summary>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="TableUnavailableException">DynamoDB throttled the call or failed, or writes conflicted, after
    /// retries.</exception>
    /// <exception cref="InvalidOperationException">There are more than 100 items, or none.</exception>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        if (_reads.Count is 0 or > MaxItems)
            throw new InvalidOperationException($"A transaction reads 1 to {MaxItems} items, not {_reads.Count}.");
        var client = _reads[0].Client;
        var request = new TransactGetItemsRequest
        {
            TransactItems = [.. _reads.Select(read => new TransactGetItem
            {
                Get = new() { TableName = read.Client.Name, Key = read.KeyAttributes },
            })],
            ReturnConsumedCapacity = client.Capacity.Asked,
        };
        var backoff = TableBackoff.Create(_clock);
        while (true)
        {
            try
            {
                var response = await client.SendAsync(null, dynamo => dynamo.TransactGetItemsAsync(request, cancellation));
                for (var index = 0; index < _reads.Count; index++)
                    _reads[index].Set(response.Responses[index].Item);
                return;
            }
            catch (MissingTableException exception)
            {
                throw new MissingTableException(_reads.Select(read => read.Client), exception.InnerException);
            }
            catch (TransactionCanceledException exception) when (WritesAreInTheWay(exception))
            {
                if (!await backoff.NextAsync(cancellation))
                    throw new TableUnavailableException(client.Name, _reads[0].Key, exception);
            }
        }
    }

    private static bool WritesAreInTheWay(TransactionCanceledException exception) =>
        exception.CancellationReasons?.All(reason => reason.Code != "ValidationError") ?? true;

    private sealed record Read(
        TableClient Client,
        ItemKey Key,
        Dictionary<string, AttributeValue> KeyAttributes,
        Action<Dictionary<string, AttributeValue>?> Set);
}
