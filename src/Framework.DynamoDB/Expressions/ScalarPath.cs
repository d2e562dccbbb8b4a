using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>An attribute with an order: text by its UTF-8 bytes, numbers by value, binary by its bytes.</summary>
/// <inheritdoc cref="AttributePath{T, TValue}"/>
public class ScalarPath<T, TValue>(
    DocumentPath path, Func<TValue, AttributeValue?> write, Func<TValue>? absent = null)
    : AttributePath<T, TValue>(path, write, absent)
{
    /// <summary>The attribute is less than the value.</summary>
    public Condition<T> IsLessThan(TValue value) => Compare("<", Required(value));

    /// <summary>The attribute is the value or less.</summary>
    public Condition<T> IsAtMost(TValue value) => Compare("<=", Required(value));

    /// <summary>The attribute is greater than the value.</summary>
    public Condition<T> IsGreaterThan(TValue value) => Compare(">", Required(value));

    /// <summary>The attribute is the value or greater.</summary>
    public Condition<T> IsAtLeast(TValue value) => Compare(">=", Required(value));

    /// <summary>The attribute lies between the two or is one of them; nothing does where the first is the
    /// greater.</summary>
    public Condition<T> IsBetween(TValue low, TValue high)
    {
        // DynamoDB refuses a BETWEEN whose bounds are in the wrong order.
        var (first, last) = (Required(low), Required(high));
        return When(
            writer =>
            {
                var name = Path.Write(writer);
                return $"({name} >= {writer.Value(first)} AND {name} <= {writer.Value(last)})";
            },
            holdsOfNone: false,
            absent => StoredComparison.Holds(absent, ">=", first) && StoredComparison.Holds(absent, "<=", last));
    }
}
