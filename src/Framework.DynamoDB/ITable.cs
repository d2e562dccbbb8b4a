namespace Framework.DynamoDB;

/// <summary>Reads and writes one table.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <remarks>Every write may also end in <see cref="Errors.ItemTooLargeException"/> and
/// <see cref="Errors.TableUnavailableException"/>.</remarks>
public interface ITable<T> : IReadTable<T>
    where T : class
{
    /// <summary>Stores an item whose key is not taken.</summary>
    /// <returns>The item as stored, with version 1.</returns>
    /// <exception cref="Errors.ItemExistsException">The key is taken.</exception>
    Task<T> CreateAsync(T item, CancellationToken cancellation = default);

    /// <summary>Stores an item in place of the one with its key, if that still has the item's version.</summary>
    /// <returns>The item as stored, with its version raised.</returns>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    /// <exception cref="Errors.VersionMismatchException">The stored item has another version.</exception>
    Task<T> ReplaceAsync(T item, CancellationToken cancellation = default);

    /// <inheritdoc cref="ReplaceAsync(T, CancellationToken)"/>
    /// <summary>Stores an item in place of the one with its key, if that has the expected version.</summary>
    /// <param name="item">The item; its own version is not looked at.</param>
    /// <param name="version">The version that the stored item must have.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<T> ReplaceAsync(T item, ExpectedVersion version, CancellationToken cancellation = default);

    /// <summary>Changes single attributes of an item that exists, and raises its version. Attributes that the update does
    /// not name stay as they are, also those that the type does not know.</summary>
    /// <param name="key">The item's key.</param>
    /// <param name="update">What changes, and on which conditions; <see cref="Update.Of{T}"/> starts one.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The item as stored.</returns>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    /// <exception cref="Errors.VersionMismatchException">The stored item has another version than expected.</exception>
    /// <exception cref="Errors.ConditionFailedException">A condition of the update does not hold.</exception>
    Task<T> UpdateAsync(Key<T> key, Update<T> update, CancellationToken cancellation = default);

    /// <summary>Deletes an item, whatever its version.</summary>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    Task DeleteAsync(Key<T> key, CancellationToken cancellation = default);

    /// <summary>Deletes an item, if it has the expected version.</summary>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    /// <exception cref="Errors.VersionMismatchException">The stored item has another version.</exception>
    Task DeleteAsync(Key<T> key, ExpectedVersion version, CancellationToken cancellation = default);
}
