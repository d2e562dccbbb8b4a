using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>A dictionary, whose entries can be named.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TValue">What the path holds.</typeparam>
/// <typeparam name="TPath">The path of one entry's value.</typeparam>
/// <param name="path">Where the value is.</param>
/// <param name="write">Gives a value as DynamoDB stores it.</param>
/// <param name="at">Gives the path of an entry's value.</param>
/// <param name="absent">Gives what an absent value is read as; null where that is nothing.</param>
public sealed class MapPath<T, TValue, TPath>(
    DocumentPath path,
    Func<TValue, AttributeValue?> write,
    Func<DocumentPath, TPath> at,
    Func<TValue>? absent = null)
    : AttributePath<T, TValue>(path, write, absent)
{
    /// <summary>The value by its key.</summary>
    /// <exception cref="Errors.InvalidValueException">The key is empty, which DynamoDB refuses.</exception>
    public TPath this[string key] => at(Path.Member(key));
}
