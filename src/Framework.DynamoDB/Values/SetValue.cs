using System.Collections.Immutable;
using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as a set of text, numbers or binary (<c>SS</c>, <c>NS</c>, <c>BS</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SetValue
{
    /// <summary>Stores a set; null for an empty one, which DynamoDB does not hold.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="write">Gives an element as DynamoDB stores it: all as text, all as numbers or all as binary.</param>
    public static AttributeValue? Of<TElement>(IEnumerable<TElement> elements, Func<TElement, AttributeValue> write)
    {
        var stored = elements.Select(write).ToList();
        return stored.Count == 0 ? null : stored[0] switch
        {
            { N: not null } => new() { NS = [.. stored.Select(element => element.N)] },
            { B: not null } => new() { BS = [.. stored.Select(element => element.B)] },
            _ => new() { SS = [.. stored.Select(element => element.S)] },
        };
    }

    /// <summary>Reads a set.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static HashSet<TElement> ToHashSet<TElement>(StoredValue stored, Func<StoredValue, TElement> read) =>
        [.. Elements(stored, read)];

    /// <summary>Reads a sorted set.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static SortedSet<TElement> ToSortedSet<TElement>(StoredValue stored, Func<StoredValue, TElement> read) =>
        [.. Elements(stored, read)];

    /// <summary>Reads an immutable set.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static ImmutableHashSet<TElement> ToImmutableHashSet<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) => [.. Elements(stored, read)];

    /// <summary>Reads an immutable sorted set.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static ImmutableSortedSet<TElement> ToImmutableSortedSet<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) => [.. Elements(stored, read)];

    private static IEnumerable<TElement> Elements<TElement>(StoredValue stored, Func<StoredValue, TElement> read)
    {
        IEnumerable<AttributeValue> elements = stored.Value switch
        {
            { SS: { Count: > 0 } texts } => texts.Select(text => new AttributeValue { S = text }),
            { NS: { Count: > 0 } numbers } => numbers.Select(number => new AttributeValue { N = number }),
            { BS: { Count: > 0 } binaries } => binaries.Select(binary => new AttributeValue { B = binary }),
            _ => throw stored.Mismatch("a set"),
        };
        return elements.Select(element => read(stored.Part(element)));
    }
}
