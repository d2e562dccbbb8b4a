using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>A value that is stored as a list; an update can append to it.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TValue">What the path holds.</typeparam>
/// <typeparam name="TElement">One element.</typeparam>
/// <param name="path">Where the value is.</param>
/// <param name="write">Gives a value as DynamoDB stores it; null for one that is stored by its absence.</param>
/// <param name="element">Gives an element as DynamoDB stores it.</param>
/// <param name="absent">Gives what an absent value is read as; null where that is nothing.</param>
public class ListPath<T, TValue, TElement>(
    DocumentPath path,
    Func<TValue, AttributeValue?> write,
    Func<TElement, AttributeValue> element,
    Func<TValue>? absent = null)
    : AttributePath<T, TValue>(path, write, absent)
{
    /// <summary>An element of the list equals the value.</summary>
    public Condition<T> Contains(TElement value) => Call("contains", Storable(value, element));

    internal AttributeValue WriteAll(IEnumerable<TElement> values) => new()
    {
        L = [.. values.Select(value => Storable(value, element))],
    };
}
