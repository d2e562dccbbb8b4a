using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Expressions;

/// <summary>An attribute that is stored as a set; an update can add elements to it and delete them from it.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TValue">What the attribute holds.</typeparam>
/// <typeparam name="TElement">One element.</typeparam>
/// <param name="path">Where the attribute is.</param>
/// <param name="write">Gives a value as DynamoDB stores it; null for one that is stored by the attribute's
/// absence.</param>
/// <param name="element">Gives an element as DynamoDB stores it.</param>
public sealed class SetPath<T, TValue, TElement>(
    DocumentPath path, Func<TValue, AttributeValue?> write, Func<TElement, AttributeValue> element)
    : AttributePath<T, TValue>(path, write)
{
    /// <summary>The set holds the value.</summary>
    public Condition<T> Contains(TElement value) => Call("contains", Storable(value, element));

    internal AttributeValue WriteAll(IEnumerable<TElement> values) =>
        Storable(values, all => SetValue.Of(all, element))
        ?? throw new ArgumentException("Name at least one element.", nameof(values));
}
