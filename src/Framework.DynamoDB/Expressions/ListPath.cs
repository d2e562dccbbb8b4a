using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>An attribute that is stored as a list; an update can append to it.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TValue">What the attribute holds.</typeparam>
/// <typeparam name="TElement">One element.</typeparam>
/// <param name="name">The attribute's name.</param>
/// <param name="write">Gives a value as DynamoDB stores it; null for one that is stored by the attribute's
/// absence.</param>
/// <param name="element">Gives an element as DynamoDB stores it.</param>
public sealed class ListPath<T, TValue, TElement>(
    string name, Func<TValue, AttributeValue?> write, Func<TElement, AttributeValue> element)
    : AttributePath<T, TValue>(name, write)
{
    /// <summary>An element of the list equals the value.</summary>
    public Condition<T> Contains(TElement value) => Call("contains", element(value));

    internal AttributeValue WriteAll(IEnumerable<TElement> values) => new() { L = [.. values.Select(element)] };
}
