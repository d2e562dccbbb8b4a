using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>A value that is stored as a list, whose elements can be named.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TValue">What the path holds.</typeparam>
/// <typeparam name="TElement">One element.</typeparam>
/// <typeparam name="TPath">The path of one element.</typeparam>
/// <param name="path">Where the value is.</param>
/// <param name="write">Gives a value as DynamoDB stores it; null for one that is stored by its absence.</param>
/// <param name="element">Gives an element as DynamoDB stores it.</param>
/// <param name="at">Gives the path of an element.</param>
/// <param name="absent">Gives what an absent value is read as; null where that is nothing.</param>
public sealed class IndexedListPath<T, TValue, TElement, TPath>(
    DocumentPath path,
    Func<TValue, AttributeValue?> write,
    Func<TElement, AttributeValue> element,
    Func<DocumentPath, TPath> at,
    Func<TValue>? absent = null)
    : ListPath<T, TValue, TElement>(path, write, element, absent)
{
    /// <summary>An element by its place, from 0. Past the end it is absent; set there, it is appended.</summary>
    public TPath this[int index] => at(Path.Element(index));
}
