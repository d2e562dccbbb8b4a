using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as a map (<c>M</c>).</summary>
public static class MapValue
{
    /// <summary>Stores an object's attributes.</summary>
    public static AttributeValue Of(Dictionary<string, AttributeValue> attributes) => new() { M = attributes };

    /// <summary>Stores a dictionary.</summary>
    public static AttributeValue Of<TElement>(
        IEnumerable<KeyValuePair<string, TElement>> entries, Func<TElement, AttributeValue> write) =>
        new() { M = entries.ToDictionary(entry => entry.Key, entry => write(entry.Value)) };

    /// <summary>Reads an object's attributes.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static Dictionary<string, AttributeValue> ToAttributes(StoredValue stored) =>
        stored.Value.M ?? throw stored.Mismatch("a map");

    /// <summary>Reads a dictionary.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static Dictionary<string, TElement> ToDictionary<TElement>(
        StoredValue stored, Func<StoredValue, TElement> read) =>
        ToAttributes(stored).ToDictionary(entry => entry.Key, entry => read(stored.Part(entry.Value)));
}
