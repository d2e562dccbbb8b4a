namespace Framework.DynamoDB;

/// <summary>An item that a <see cref="ReadTransaction"/> reads.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class TransactionRead<T>
    where T : class
{
    private bool _isRead;
    private T? _item;

    internal TransactionRead()
    {
    }

    /// <summary>The item; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The transaction has not run.</exception>
    public T? Item => _isRead
        ? _item
        : throw new InvalidOperationException("The item is available only after the transaction's RunAsync.");

    internal void Set(T? item) => (_isRead, _item) = (true, item);
}
