using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as a boolean (<c>BOOL</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BooleanValue
{
    /// <summary>Stores a boolean.</summary>
    public static AttributeValue Of(bool value) => new() { BOOL = value };

    /// <summary>Reads a boolean.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static bool ToBoolean(StoredValue stored) => stored.Value.BOOL ?? throw stored.Mismatch("true or false");
}
