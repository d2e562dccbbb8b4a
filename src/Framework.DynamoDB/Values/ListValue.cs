using System.Collections.Immutable;
using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as a list (<c>L</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ListValue
{
    /// <summary>Stores a list.</summary>
    public static AttributeValue Of<TElement>(IEnumerable<TElement> elements, Func<TElement, AttributeValue> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var stored = new List<AttributeValue>(elements.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var element in elements)
            stored.Add(write(element));
        return new() { L = stored };
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static List<TElement> ToList<TElement>(StoredValue stored, Func<StoredValue, TElement> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var list = Stored(stored);
        var elements = new List<TElement>(list.Count);
        foreach (var element in list)
            elements.Add(read(stored.Part(element)));
        return elements;
    }

    /// <summary>Reads an array.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static TElement[] ToArray<TElement>(StoredValue stored, Func<StoredValue, TElement> read) =>
        [.. Elements(stored, read)];

    /// <summary>Reads an immutable array.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static ImmutableArray<TElement> ToImmutableArray<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) => [.. Elements(stored, read)];

    /// <summary>Reads an immutable list.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static ImmutableList<TElement> ToImmutableList<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) => [.. Elements(stored, read)];

    private static IEnumerable<TElement> Elements<TElement>(StoredValue stored, Func<StoredValue, TElement> read) =>
        Stored(stored).Select(element => read(stored.Part(element)));

    private static List<AttributeValue> Stored(StoredValue stored) => stored.Value.L ?? throw stored.Mismatch("a list");
}
