using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>An attribute that is stored as text.</summary>
/// <inheritdoc cref="AttributePath{T, TValue}"/>
public sealed class TextPath<T, TValue>(
    DocumentPath path, Func<TValue, AttributeValue?> write, Func<TValue>? absent = null)
    : ScalarPath<T, TValue>(path, write, absent)
{
    /// <summary>The text begins with the prefix.</summary>
    public Condition<T> StartsWith(string prefix) => Call("begins_with", new() { S = prefix });

    /// <summary>The text holds the part, case counting.</summary>
    public Condition<T> Contains(string part) => Call("contains", new() { S = part });
}
