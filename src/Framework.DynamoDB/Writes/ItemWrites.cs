using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Reads;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Writes;

/// <summary>Makes the writes of one table's items.</summary>
internal sealed class ItemWrites<T>(TableClient client, TimeProvider clock)
    where T : class, ITableItem<T>
{
    // The same for every item of a type that does not expire.
    private readonly (string Condition, ExpressionWriter Aliases)? _isFree = T.Schema.ExpiresAt is null ? IsFree(clock) : null;

    /// <summary>Stores an item whose key is free.</summary>
    public PutWrite Create(ItemKey key, T item)
    {
        var (condition, aliases) = _isFree ?? IsFree(clock);
        return Put(key, T.Write(item), condition, aliases,
            (_, inner) => new ItemExistsException(client.Name, key, inner));
    }

    /// <summary>Stores an item in place of another.</summary>
    public PutWrite Replace(ItemKey key, T item, ExpectedVersion? version, Guard? guard = null)
    {
        var aliases = new ExpressionWriter();
        return Put(key, T.Write(item), Expected(aliases, version, null, guard), aliases, Refusal(key, version, guard));
    }

    /// <summary>Stores an item in place of the one with its key, or as a new one.</summary>
    public PutWrite Put(ItemKey key, T item, Guard? guard = null)
    {
        var aliases = new ExpressionWriter();
        var condition = ItemConditions<T>.And(ItemConditions<T>.IsNoOther(aliases), guard?.Write(aliases));
        return Put(key, T.Write(item), condition, aliases, (stored, inner) =>
            stored is not null && ItemType.IsOther(stored, T.Schema)
                ? new ItemExistsException(client.Name, key, inner)
                : new ItemChangedException(client.Name, key, inner));
    }

    public UpdateWrite Update(Key<T> key, Update<T> update, Guard? guard = null)
    {
        var aliases = new ExpressionWriter();
        return new(
            client,
            key,
            key.ToAttributes(T.Schema),
            update.Changes,
            update.Write(aliases, T.Schema.Version),
            Expected(aliases, update.Version, update.Condition, guard),
            aliases,
            stored => IsApplied(update, stored),
            Refusal(key, update.Version, guard));
    }

    /// <summary>Stores what an absent map or list is read as, so that something in it can be changed.</summary>
    public UpdateWrite Materialize(Key<T> key, DocumentPath path, AttributeValue value)
    {
        var aliases = new ExpressionWriter();
        var name = path.Write(aliases);
        return new(
            client,
            key,
            key.ToAttributes(T.Schema),
            [AttributeChange.Set(path, value)],
            $"SET {name} = if_not_exists({name}, {aliases.Value(value)})",
            Expected(aliases, null, null, null),
            aliases,
            _ => false,
            Refusal(key, null, null));
    }

    public DeleteWrite Delete(Key<T> key, ExpectedVersion? version, Guard? guard = null)
    {
        var aliases = new ExpressionWriter();
        return new(
            client,
            key,
            key.ToAttributes(T.Schema),
            Expected(aliases, version, null, guard),
            aliases,
            Refusal(key, version, guard));
    }

    /// <summary>Only holds that an item exists, and a condition.</summary>
    public CheckWrite Check(Key<T> key, Condition<T>? condition)
    {
        var aliases = new ExpressionWriter();
        return new(
            client,
            key,
            key.ToAttributes(T.Schema),
            Expected(aliases, null, condition, null),
            aliases,
            Refusal(key, null, null));
    }

    private PutWrite Put(
        ItemKey key, Dictionary<string, AttributeValue> item, string? condition, ExpressionWriter aliases, Refusal refuse)
    {
        key.Check(T.Schema);
        return new(client, key, item, condition, aliases, refuse);
    }

    private static (string Condition, ExpressionWriter Aliases) IsFree(TimeProvider clock)
    {
        var aliases = new ExpressionWriter();
        return (ItemConditions<T>.IsFree(aliases, clock), aliases);
    }

    private string Expected(ExpressionWriter aliases, ExpectedVersion? version, Condition<T>? condition, Guard? guard) =>
        ItemConditions<T>.And(
            ItemConditions<T>.IsLive(aliases, clock),
            ItemConditions<T>.HasVersion(aliases, version),
            condition?.Write(aliases),
            guard?.Write(aliases));

    // What the item was when the condition failed says which part of it did.
    private Refusal Refusal(ItemKey key, ExpectedVersion? version, Guard? guard) => (stored, inner) =>
    {
        if (ItemReader<T>.IsAbsent(stored, clock))
            return new ItemNotFoundException(client.Name, key, inner);
        var actual = VersionOf(stored);
        if (version is { } expected && expected.Number != actual)
            return new VersionMismatchException(client.Name, key, expected, actual, inner);
        return guard is not null && !guard.Holds(stored)
            ? new ItemChangedException(client.Name, key, inner)
            : new ConditionFailedException(client.Name, key, inner);
    };

    // Another's update could have raised the version as well: only where every change can be seen was it this one.
    private static bool IsApplied(Update<T> update, Dictionary<string, AttributeValue>? stored) =>
        update.Version is { } expected
        && stored is not null
        && VersionOf(stored) == expected.Number + 1
        && update.Changes.All(change => change.IsAssignment && Holds(stored, change.Attribute, change.Value));

    private static bool Holds(Dictionary<string, AttributeValue> stored, string attribute, AttributeValue? value) =>
        stored.TryGetValue(attribute, out var actual)
            ? value is not null && StoredEquality.AreEqual(actual, value)
            : value is null;

    private static long VersionOf(Dictionary<string, AttributeValue> stored) =>
        T.Schema.Version is { } name
        && stored.TryGetValue(name, out var storedVersion)
        && long.TryParse(storedVersion.N, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
}
