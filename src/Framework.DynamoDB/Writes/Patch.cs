using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Writes;

/// <summary>Finds what must change in one state of an item to make it another.</summary>
internal static class Patch
{
    // An update expression takes 4 KB, including the change of the version, and 300 operators
    // (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters);
    // where the changes are more than that, whole maps are set.
    private const int MaxLength = 4096 - 64;
    private const int MaxChanges = 250;

    // The longest paths have 32 steps of five characters.
    private const int FewChanges = 20;

    /// <summary>The update that turns one version of an item into the other; null where they are equal.</summary>
    /// <exception cref="ArgumentException">The two have different keys.</exception>
    public static Update<T>? Between<T>(T original, T changed)
        where T : class, ITableItem<T>
    {
        if (T.KeyOf(original) != T.KeyOf(changed))
            throw new ArgumentException("A patch keeps the key; create the item under the new one and delete the old.", nameof(changed));
        var (before, after) = (T.Write(original), T.Write(changed));
        if (T.Schema.Version is { } version)
        {
            before.Remove(version);
            after.Remove(version);
        }
        var changes = Changes(null, before, after).ToList();
        while (!Fits(changes) && Largest(changes) is { } map)
        {
            changes.RemoveAll(change => change.Attribute == map);
            changes.Add(AttributeChange.Set(map, after[map]));
        }
        return changes.Count == 0 ? null : changes.Aggregate(new Update<T>(), (update, change) => update.With(change));
    }

    private static bool Fits(List<AttributeChange> changes)
    {
        if (changes.Count <= FewChanges)
            return true;
        var writer = new ExpressionWriter();
        return changes.Count <= MaxChanges && changes.Sum(change => change.Write(writer).Length + 2) <= MaxLength;
    }

    // The map within which most is changed.
    private static string? Largest(List<AttributeChange> changes) => changes
        .Where(change => !change.IsAssignment)
        .GroupBy(change => change.Attribute)
        .MaxBy(within => within.Count())?.Key;

    // Within maps, so that what others keep there stays.
    private static IEnumerable<AttributeChange> Changes(
        DocumentPath? map, Dictionary<string, AttributeValue> before, Dictionary<string, AttributeValue> after)
    {
        foreach (var name in before.Keys.Union(after.Keys))
        {
            var (old, @new) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (old is not null && @new is not null && StoredEquality.AreEqual(old, @new))
                continue;
            var path = map?.Member(name) ?? name;
            if (old is { IsMSet: true } && @new is { IsMSet: true })
                foreach (var change in Changes(path.ReadAs(() => old), old.M, @new.M))
                    yield return change;
            else
                yield return @new is null ? AttributeChange.Remove(path) : AttributeChange.Set(path, @new);
        }
    }
}
