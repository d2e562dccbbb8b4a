using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>An attribute that is stored as a number; an update can add to it.</summary>
/// <inheritdoc cref="AttributePath{T, TValue}"/>
public sealed class NumberPath<T, TValue>(
    DocumentPath path, Func<TValue, AttributeValue?> write, Func<TValue>? absent = null)
    : ScalarPath<T, TValue>(path, write, absent);
