using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Finds attributes in an item or a map.</summary>
public static class StoredAttributes
{
    /// <summary>An attribute that must be there.</summary>
    /// <exception cref="InvalidDataException">It is absent or null.</exception>
    public static StoredValue Required(this Dictionary<string, AttributeValue> attributes, string name) =>
        Optional(attributes, name) ?? throw new InvalidDataException($"The attribute '{name}' is missing.");

    /// <summary>An attribute that may be absent or null; null if it is.</summary>
    public static StoredValue? Optional(this Dictionary<string, AttributeValue> attributes, string name)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.TryGetValue(name, out var value) && value.NULL is not true ? new StoredValue(name, value) : null;
    }

    /// <summary>An attribute that may be absent, and counts as present where it is null.</summary>
    public static StoredValue? Find(this Dictionary<string, AttributeValue> attributes, string name)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.TryGetValue(name, out var value) ? new StoredValue(name, value) : null;
    }

    /// <summary>Adds an attribute unless its value is stored by its absence.</summary>
    public static void AddPresent(this Dictionary<string, AttributeValue> attributes, string name, AttributeValue? value)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (value is not null)
            attributes.Add(name, value);
    }
}
