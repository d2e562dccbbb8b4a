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
        var first = T.WithVersion(item, 1);
        created = first;
        var key = T.KeyOf(item);
        return new(client, key, _ =>
        {
            var write = _writes.Create(key, first);
            return new(UniqueValues<T>.Exist ? [write, .. _unique.Claims(key, [], write.Item)] : [write]);
        });
    }

    public PlannedWrite Replace(T item, ExpectedVersion? version, out T replaced)
    {
        var next = version is { } expected ? T.WithVersion(item, expected.Number + 1) : item;
        replaced = next;
        var key = T.KeyOf(item);
        return new(client, key, async cancellation =>
        {
            if (!UniqueValues<T>.Exist)
                return [_writes.Replace(key, next, version)];
            var stored = await _items.GetStoredAsync(key, cancellation);
            var write = _writes.Replace(key, next, version, UniqueValues<T>.Guard(stored));
            return [write, .. _unique.Claims(key, stored, write.Item)];
        });
    }

    public PlannedWrite Update(Key<T> key, Update<T> update) => new(client, key, async cancellation =>
    {
        if (!UniqueValues<T>.AreChangedBy(update))
            return [_writes.Update(key, update)];
        var stored = await _items.GetStoredAsync(key, cancellation);
        var changed = UniqueValues<T>.After(update, stored);
        return [_writes.Update(key, update, UniqueValues<T>.Guard(stored)), .. _unique.Claims(key, stored, changed)];
    });

    public PlannedWrite Delete(Key<T> key, ExpectedVersion? version) => new(client, key, async cancellation =>
    {
        if (!UniqueValues<T>.Exist)
            return [_writes.Delete(key, version)];
        var stored = await _items.GetStoredAsync(key, cancellation);
        return [_writes.Delete(key, version, UniqueValues<T>.Guard(stored)), .. _unique.Claims(key, stored, [])];
    });

    public PlannedWrite Check(Key<T> key, Condition<T>? condition) =>
        new(client, key, _ => new([_writes.Check(key, condition)]));
}
