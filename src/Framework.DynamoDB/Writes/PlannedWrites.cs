using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Reads;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>Plans the writes of one table's items: alone, or together with the guards of their unique values.</summary>
internal sealed class PlannedWrites<T>(TableClient client, TimeProvider clock)
    where T : class, ITableItem<T>
{
    private readonly ItemWrites<T> _writes = new(client, clock);
    private readonly ItemReader<T> _items = new(client, clock);
    private readonly UniqueValues<T> _unique = new(client, clock);

    /// <summary>The version that an item to replace must have: its own, where it has one.</summary>
    public static ExpectedVersion? OwnVersion(T item) => T.Schema.Version is null ? null : new ExpectedVersion(T.VersionOf(item));

    public PlannedWrite Create(T item, out T created)
    {
        var (key, first) = (T.KeyOf(item), T.WithVersion(item, 1));
        created = first;
        return new(client, key, Alone, UniqueValues<T>.Exist ? TogetherAsync : null);

        PutWrite Alone() => _writes.Create(key, first);

        ValueTask<IReadOnlyList<ItemWrite>> TogetherAsync(CancellationToken cancellation)
        {
            var write = Alone();
            return new([write, .. _unique.Claims(key, [], write.Item)]);
        }
    }

    public PlannedWrite Replace(T item, ExpectedVersion? version, out T replaced)
    {
        var next = version is { } expected ? T.WithVersion(item, expected.Number + 1) : item;
        replaced = next;
        var key = T.KeyOf(item);
        return new(
            client, key, () => _writes.Replace(key, next, version), UniqueValues<T>.Exist ? TogetherAsync : null);

        async ValueTask<IReadOnlyList<ItemWrite>> TogetherAsync(CancellationToken cancellation)
        {
            var stored = await _items.GetStoredAsync(key, cancellation);
            var write = _writes.Replace(key, next, version, UniqueValues<T>.Guard(stored));
            return [write, .. _unique.Claims(key, stored, write.Item)];
        }
    }

    public PlannedWrite Put(T item, out T put)
    {
        var (key, next) = (T.KeyOf(item), T.WithVersion(item, T.VersionOf(item) + 1));
        put = next;
        return new(client, key, () => _writes.Put(key, next), UniqueValues<T>.Exist ? TogetherAsync : null);

        async ValueTask<IReadOnlyList<ItemWrite>> TogetherAsync(CancellationToken cancellation)
        {
            var stored = await _items.GetStoredAsync(key, cancellation);
            var write = _writes.Put(key, next, UniqueValues<T>.Guard(stored));
            // The values of an item that has expired are free, and may be another's by now.
            return [write, .. _unique.Claims(key, ItemReader<T>.IsAbsent(stored, clock) ? [] : stored, write.Item)];
        }
    }

    public PlannedWrite Update(Key<T> key, Update<T> update)
    {
        return new(
            client, key, () => _writes.Update(key, update), UniqueValues<T>.AreChangedBy(update) ? TogetherAsync : null);

        async ValueTask<IReadOnlyList<ItemWrite>> TogetherAsync(CancellationToken cancellation)
        {
            var stored = await _items.GetStoredAsync(key, cancellation);
            var changed = UniqueValues<T>.After(update, stored);
            return [_writes.Update(key, update, UniqueValues<T>.Guard(stored)), .. _unique.Claims(key, stored, changed)];
        }
    }

    /// <summary>The writes that store the absent maps and lists around an update's changes, as they are read; the outermost
    /// first.</summary>
    public IReadOnlyList<UpdateWrite> Parents(Key<T> key, Update<T> update) =>
    [
        .. update.Changes
            .SelectMany(change => change.Path.Parents)
            .DistinctBy(path => path.ToString())
            .OrderBy(path => path.Depth)
            .Select(path => (Path: path, Value: path.Absent))
            .Where(parent => parent.Value is not null)
            .Select(parent => _writes.Materialize(key, parent.Path, parent.Value!)),
    ];

    public PlannedWrite Delete(Key<T> key, ExpectedVersion? version)
    {
        return new(client, key, () => _writes.Delete(key, version), UniqueValues<T>.Exist ? TogetherAsync : null);

        async ValueTask<IReadOnlyList<ItemWrite>> TogetherAsync(CancellationToken cancellation)
        {
            var stored = await _items.GetStoredAsync(key, cancellation);
            return [_writes.Delete(key, version, UniqueValues<T>.Guard(stored)), .. _unique.Claims(key, stored, [])];
        }
    }

    public PlannedWrite Check(Key<T> key, Condition<T>? condition) =>
        new(client, key, () => _writes.Check(key, condition), null);
}
