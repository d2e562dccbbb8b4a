using System.Collections.Immutable;
using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as a map (<c>M</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapValue
{
    /// <summary>Stores an object's attributes.</summary>
    public static AttributeValue Of(Dictionary<string, AttributeValue> attributes) => new() { M = attributes };

    /// <summary>Stores a dictionary.</summary>
    public static AttributeValue Of<TElement>(
        IEnumerable<KeyValuePair<string, TElement>> entries, Func<TElement, AttributeValue> write) =>
        new() { M = entries.ToDictionary(entry => entry.Key, entry => write(entry.Value)) };

    /// <summary>Reads an object's attributes.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static Dictionary<string, AttributeValue> ToAttributes(StoredValue stored) =>
        stored.Value.M ?? throw stored.Mismatch("a map");

    /// <summary>Reads a dictionary.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static Dictionary<string, TElement> ToDictionary<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) =>
        new(Entries(stored, read));

    /// <summary>Reads a dictionary that is sorted by ordinal comparison of its keys.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static SortedDictionary<string, TElement> ToSortedDictionary<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) =>
        new(ToDictionary(stored, read), StringComparer.Ordinal);

    /// <summary>Reads an immutable dictionary.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static ImmutableDictionary<string, TElement> ToImmutableDictionary<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) => Entries(stored, read).ToImmutableDictionary();

    /// <summary>Reads an immutable dictionary that is sorted by ordinal comparison of its keys.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static ImmutableSortedDictionary<string, TElement> ToImmutableSortedDictionary<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) =>
        Entries(stored, read).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, TElement>> Entries<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) =>
        ToAttributes(stored).Select(entry => KeyValuePair.Create(entry.Key, read(stored.Part(entry.Value))));
}
