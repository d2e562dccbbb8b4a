using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Writes;

/// <summary>Keeps the values of properties with <see cref="UniqueAttribute"/> unique: each is the key of a guard, an item
/// of the same table that names its owner, and is written in one transaction with it.</summary>
internal sealed class UniqueValues<T>(TableClient client, TimeProvider clock)
    where T : class, ITableItem<T>
{
    private const string Owner = "owner";

    public static bool Exist => T.Schema.Unique.Count > 0;

    /// <summary>Whether guards must be written with the update.</summary>
    public static bool AreChangedBy(Update<T> update) => Exist && update.Changes.Any(change => IsGuarded(change.Attribute));

    /// <summary>The unique values, and the expiry that the guards share, as they will be after an update.</summary>
    public static Dictionary<string, AttributeValue> After(Update<T> update, Dictionary<string, AttributeValue> stored)
    {
        var changed = new Dictionary<string, AttributeValue>(stored);
        foreach (var change in update.Changes.Where(change => IsGuarded(change.Attribute)))
        {
            if (!change.IsAssignment)
                throw new InvalidOperationException($"'{change.Attribute}' is unique: set it to its whole new value.");
            changed.Remove(change.Attribute);
            changed.AddPresent(change.Attribute, change.Value);
        }
        return changed;
    }

    /// <summary>The unique values and the expiry, or their absence, must not have changed since they were read.</summary>
    public static Guard Guard(Dictionary<string, AttributeValue> stored)
    {
        var read = T.Schema.Unique.ToDictionary(name => name, name => stored.GetValueOrDefault(name));
        if (T.Schema.ExpiresAt is { } expiresAt)
            read[expiresAt] = stored.GetValueOrDefault(expiresAt);
        return new(read);
    }

    /// <summary>The guards to write so that an item's values are claimed, and those it gives up are free.</summary>
    public IEnumerable<ItemWrite> Claims(
        ItemKey owner, Dictionary<string, AttributeValue> before, Dictionary<string, AttributeValue> after)
    {
        var expiryMoves = T.Schema.ExpiresAt is { } name
            && before.GetValueOrDefault(name)?.N != after.GetValueOrDefault(name)?.N;
        foreach (var attribute in T.Schema.Unique)
        {
            var (old, @new) = (before.GetValueOrDefault(attribute), after.GetValueOrDefault(attribute));
            var isSame = old is not null && @new is not null && StoredEquality.AreEqual(old, @new);
            if (old is not null && !isSame)
                yield return Release(owner, attribute, old);
            if (@new is not null && (!isSame || expiryMoves))
                yield return Claim(owner, attribute, @new, after);
        }
    }

    private PutWrite Claim(
        ItemKey owner, string attribute, AttributeValue value, Dictionary<string, AttributeValue> item)
    {
        var key = GuardKey.Of<T>(attribute, value);
        var aliases = new ExpressionWriter();
        var guard = GuardKey.ToAttributes<T>(key);
        guard.Add(Owner, OwnerOf(owner));
        if (T.Schema.ExpiresAt is { } expiresAt)
            guard.AddPresent(expiresAt, item.GetValueOrDefault(expiresAt));
        var free = $"{ItemConditions<T>.IsFree(aliases, clock)} OR {aliases.Name(Owner)} = {aliases.Value(OwnerOf(owner))}";
        return new(client, key, guard, free, aliases,
            (_, inner) => new NotUniqueException(client.Name, owner, attribute, inner));
    }

    private DeleteWrite Release(ItemKey owner, string attribute, AttributeValue value)
    {
        var key = GuardKey.Of<T>(attribute, value);
        var aliases = new ExpressionWriter();
        var own = $"attribute_not_exists({aliases.Name(Owner)}) OR {aliases.Name(Owner)} = {aliases.Value(OwnerOf(owner))}";
        return new(client, key, GuardKey.ToAttributes<T>(key), own, aliases,
            (_, inner) => new ItemChangedException(client.Name, owner, inner));
    }

    private static AttributeValue OwnerOf(ItemKey owner) => new() { M = owner.ToAttributes(T.Schema) };

    private static bool IsGuarded(string attribute) =>
        T.Schema.Unique.Contains(attribute) || attribute == T.Schema.ExpiresAt;
}
