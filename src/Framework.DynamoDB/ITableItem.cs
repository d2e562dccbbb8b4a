using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB;

/// <summary>An item of a table. Generated for a type with <see cref="TableAttribute"/>; not meant to be written by
/// hand.</summary>
/// <typeparam name="T">The item's own type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITableItem<T>
    where T : class, ITableItem<T>
{
    /// <summary>The keys and the attributes with a role, such as the version.</summary>
    static abstract TableSchema Schema { get; }

    /// <summary>The item's key.</summary>
    static abstract Key<T> KeyOf(T item);

    /// <summary>The item's version; 0 for a type without a version.</summary>
    static abstract long VersionOf(T item);

    /// <summary>The item with another version; the same item for a type without a version.</summary>
    static abstract T WithVersion(T item, long version);

    /// <summary>The item's attributes.</summary>
    static abstract Dictionary<string, AttributeValue> Write(T item);

    /// <summary>The item that the attributes hold. Other attributes are ignored.</summary>
    /// <exception cref="InvalidDataException">An attribute is missing, or holds a value that its property cannot
    /// hold.</exception>
    static abstract T Read(Dictionary<string, AttributeValue> attributes);
}
