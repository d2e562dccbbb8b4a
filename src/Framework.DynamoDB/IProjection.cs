using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB;

/// <summary>A view of an item. Generated for a type with <see cref="ProjectionAttribute"/>; not meant to be written by
/// hand.</summary>
/// <typeparam name="TItem">The item.</typeparam>
/// <typeparam name="TView">The view's own type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IProjection<TItem, TView>
    where TItem : class
    where TView : class, IProjection<TItem, TView>
{
    /// <summary>The attributes that it is read from.</summary>
    static abstract IReadOnlyList<string> Attributes { get; }

    /// <summary>The view that the attributes hold.</summary>
    /// <exception cref="InvalidDataException">An attribute is missing, or holds a value that its property cannot
    /// hold.</exception>
    static abstract TView Read(Dictionary<string, AttributeValue> attributes);
}
