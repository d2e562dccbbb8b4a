using Framework.Resources;

namespace Framework.DynamoDB;

/// <summary>Reads and writes one table.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <remarks>Every write may also end in <see cref="Errors.ItemTooLargeException"/>,
/// <see cref="Errors.InvalidKeyException"/>, <see cref="Errors.InvalidValueException"/>,
/// <see cref="Errors.NotUniqueException"/> where the type has a
/// <see cref="UniqueAttribute"/>, and <see cref="Errors.TableUnavailableException"/>. Where a response of DynamoDB is lost and
/// the repeated call finds its own write, a create, a delete and a write that checks a version succeed. An update that
/// checks no version, and a put, may then be applied twice; a <see cref="WriteTransaction"/> is applied once.</remarks>
[Egress(Egress.Aws)]
[Grants(ResourceKind.Table, ResourceAccess.Read | ResourceAccess.Write)]
public interface ITable<T> : IReadTable<T>
    where T : class
{
    /// <summary>Stores an item whose key is not taken.</summary>
    /// <returns>The item as stored, with version 1.</returns>
    /// <exception cref="Errors.ItemExistsException">The key is taken.</exception>
    Task<T> CreateAsync(T item, CancellationToken cancellation = default);

    /// <summary>Stores an item in place of the one with its key, without a check of its version, or as a new one.</summary>
    /// <remarks>Changes of others are lost, and the version may become lower, so that a caller with an older item can replace
    /// it. Where that matters, create and replace.</remarks>
    /// <returns>The item as stored, with its own version raised by one.</returns>
    /// <exception cref="Errors.ItemExistsException">The key is taken by an item of another type.</exception>
    Task<T> PutAsync(T item, CancellationToken cancellation = default);

    /// <summary>Stores an item in place of the one with its key, if the stored one still has the item's version.</summary>
    /// <returns>The item as stored, with its version raised.</returns>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    /// <exception cref="Errors.VersionMismatchException">The stored item has another version.</exception>
    Task<T> ReplaceAsync(T item, CancellationToken cancellation = default);

    /// <inheritdoc cref="ReplaceAsync(T, CancellationToken)"/>
    /// <summary>Stores an item in place of the one with its key, if the stored one has the expected version.</summary>
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
    /// <exception cref="Errors.ConditionFailedException">A condition of the update does not hold, or the item lacks the map or
    /// list that it changes something in, and is not read as if it had one.</exception>
    Task<T> UpdateAsync(Key<T> key, Update<T> update, CancellationToken cancellation = default);

    /// <summary>Writes what differs between two states of an item, if the stored one still has the version of the first.
    /// Attributes that do not differ stay as they are, also those that the type does not know.</summary>
    /// <remarks>Where more differs than one update can name, some hundred entries of a map, that map is set as a
    /// whole.</remarks>
    /// <param name="original">The item as it was read.</param>
    /// <param name="changed">The item as it should be, with the same key.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The item as stored. Where nothing differs, nothing is written.</returns>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    /// <exception cref="Errors.VersionMismatchException">The stored item has another version.</exception>
    Task<T> PatchAsync(T original, T changed, CancellationToken cancellation = default);

    /// <inheritdoc cref="PatchAsync(T, T, CancellationToken)"/>
    /// <param name="original">The item as it was read; its version is not looked at.</param>
    /// <param name="changed">The item as it should be, with the same key.</param>
    /// <param name="version">The version that the stored item must have.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<T> PatchAsync(T original, T changed, ExpectedVersion version, CancellationToken cancellation = default);

    /// <summary>Deletes an item, without a check of its version.</summary>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    Task DeleteAsync(Key<T> key, CancellationToken cancellation = default);

    /// <summary>Deletes an item, if it has the expected version.</summary>
    /// <exception cref="Errors.ItemNotFoundException">There is no item with this key.</exception>
    /// <exception cref="Errors.VersionMismatchException">The stored item has another version.</exception>
    Task DeleteAsync(Key<T> key, ExpectedVersion version, CancellationToken cancellation = default);

    /// <summary>Puts many items in place of those with their keys, 25 with a call, and sends again what DynamoDB leaves
    /// out.</summary>
    /// <param name="items">The items, none of them twice.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The result of each, in the order of the items. Some may be written and others not; none is written in
    /// part.</returns>
    /// <remarks>There is no condition: a stored item's version is not looked at. Each item is stored with its own version
    /// raised by one.</remarks>
    /// <exception cref="ArgumentException">A key is there more than once.</exception>
    /// <exception cref="InvalidOperationException">The type has a <see cref="UniqueAttribute"/>.</exception>
    Task<IReadOnlyList<BatchResult>> PutManyAsync(IReadOnlyCollection<T> items, CancellationToken cancellation = default);

    /// <summary>Deletes many items, 25 with a call, and sends again what DynamoDB leaves out. A missing item counts as
    /// deleted.</summary>
    /// <param name="keys">The items' keys, none of them twice.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The result of each, in the order of the keys.</returns>
    /// <exception cref="ArgumentException">A key is there more than once.</exception>
    /// <exception cref="InvalidOperationException">The type has a <see cref="UniqueAttribute"/>.</exception>
    Task<IReadOnlyList<BatchResult>> DeleteManyAsync(
        IReadOnlyCollection<Key<T>> keys, CancellationToken cancellation = default);
}
