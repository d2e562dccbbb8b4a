using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as a list (<c>L</c>).</summary>
public static class ListValue
{
    /// <summary>Stores a list.</summary>
    public static AttributeValue Of<TElement>(IEnumerable<TElement> elements, Func<TElement, AttributeValue> write) =>
        new() { L = [.. elements.Select(write)] };

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static List<TElement> ToList<TElement>(StoredValue stored, Func<StoredValue, TElement> read) =>
        [.. Elements(stored, read)];

    /// <summary>Reads an array.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static TElement[] ToArray<TElement>(StoredValue stored, Func<StoredValue, TElement> read) =>
        [.. Elements(stored, read)];

    /// <summary>Reads an immutable array.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static ImmutableArray<TElement> ToImmutableArray<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) => [.. Elements(stored, read)];

    /// <summary>Reads an immutable list.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static ImmutableList<TElement> ToImmutableList<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) => [.. Elements(stored, read)];

    private static IEnumerable<TElement> Elements<TElement>(StoredValue stored, Func<StoredValue, TElement> read) =>
        (stored.Value.L ?? throw stored.Mismatch("a list")).Select(element => read(stored.Part(element)));
}
