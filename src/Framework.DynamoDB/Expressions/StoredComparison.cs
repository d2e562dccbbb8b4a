using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Expressions;

/// <summary>Compares two values as DynamoDB would.</summary>
internal static class StoredComparison
{
    /// <summary>Whether a comparison or a function of an expression holds.</summary>
    public static bool Holds(AttributeValue one, string comparison, AttributeValue other) => comparison switch
    {
        "=" => StoredEquality.AreEqual(one, other),
        "<>" => !StoredEquality.AreEqual(one, other),
        "contains" => Contains(one, other),
        "begins_with" => one.S is { } text && other.S is { } prefix && text.StartsWith(prefix, StringComparison.Ordinal),
        _ => Order(one, other) is { } order && Holds(order, comparison),
    };

    private static bool Holds(int order, string comparison) => comparison switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    private static bool Contains(AttributeValue one, AttributeValue other) => one switch
    {
        { S: { } text } => other.S is { } part && text.Contains(part, StringComparison.Ordinal),
        { L: { } elements } => elements.Exists(element => StoredEquality.AreEqual(element, other)),
        { SS: { } texts } => texts.Contains(other.S),
        { NS: { } numbers } => numbers.Exists(number => StoredEquality.AreEqual(new() { N = number }, other)),
        { BS: { } binaries } => binaries.Exists(bytes => StoredEquality.AreEqual(new() { B = bytes }, other)),
        _ => false,
    };

    // Values of different types have no order, and others than text, numbers and binary none at all.
    private static int? Order(AttributeValue one, AttributeValue other) => (one, other) switch
    {
        ({ S: not null }, { S: not null }) or ({ N: not null }, { N: not null }) or ({ B: not null }, { B: not null }) =>
            KeyOrder.Compare(KeyValue.Of(one), KeyValue.Of(other)),
        _ => null,
    };
}
