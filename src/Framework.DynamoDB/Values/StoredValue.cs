using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>A value as it is stored, with the name of the attribute that it was found in for what may be said of
/// it.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Value">The value.</param>
public readonly record struct StoredValue(string Name, AttributeValue Value)
{
    /// <summary>Whether null is stored, as an element of a list or a map may be.</summary>
    public bool IsNull => Value.NULL is true;

    /// <summary>The value is not what its property needs.</summary>
    /// <param name="expected">What it should be, such as <c>text that is a GUID</c>.</param>
    public InvalidDataException Mismatch(string expected) => new($"The attribute '{Name}' should hold {expected}.");

    /// <summary>A part of the value, under the same attribute's name.</summary>
    internal StoredValue Part(AttributeValue value) => new(Name, value);
}
