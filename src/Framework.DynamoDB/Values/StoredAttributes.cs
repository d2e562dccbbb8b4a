using System.ComponentModel;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Values;

/// <summary>Finds attributes in an item or a map.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StoredAttributes
{
    internal const string TypeName = "_type";

    /// <summary>An attribute that must be there.</summary>
    /// <exception cref="InvalidDataException">The attribute is absent or null.</exception>
    public static StoredValue Required(this Dictionary<string, AttributeValue> attributes, string name)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.TryGetValue(name, out var value) && value.NULL is not true
            ? new(name, value)
            : throw new InvalidDataException($"The attribute '{name}' is missing.");
    }

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

    /// <summary>Names the type that the attributes hold, in <c>_type</c>.</summary>
    /// <returns>The same attributes.</returns>
    public static Dictionary<string, AttributeValue> WithType(this Dictionary<string, AttributeValue> attributes, string type)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        attributes[TypeName] = TextValue.Of(type);
        return attributes;
    }

    /// <summary>The type that the attributes hold, from <c>_type</c>; null if there is none.</summary>
    public static string? TypeOrNull(this Dictionary<string, AttributeValue> attributes) =>
        Optional(attributes, TypeName)?.Value.S;

    /// <summary>The attributes hold a type that is not known.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="type">The type that was expected to know it.</param>
    public static InvalidDataException UnknownType(this Dictionary<string, AttributeValue> attributes, string type) =>
        new($"The attribute '{TypeName}' should name one of the types of {type}.");

    /// <summary>Writes a value so that what DynamoDB cannot store of it is named by its attribute's name.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="InvalidValueException">It cannot be stored.</exception>
    public static TStored Named<TValue, TStored>(string attribute, TValue value, Func<TValue, TStored> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            return write(value);
        }
        catch (InvalidValueException exception)
        {
            throw exception.Of(attribute);
        }
    }

    /// <summary>A value of an enum has no name, by which it is stored.</summary>
    /// <param name="attribute">The attribute's name.</param>
    public static InvalidValueException Nameless(string attribute) => new(attribute, "Must be one of the named values.");
}
