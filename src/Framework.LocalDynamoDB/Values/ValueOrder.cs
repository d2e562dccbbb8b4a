using System.Text;

namespace Framework.LocalDynamoDB.Values;

/// <summary>DynamoDB's order within one scalar type; null where two values cannot be ordered.</summary>
internal static class ValueOrder
{
    /// <summary>For values of one scalar type.</summary>
    public static IComparer<AttributeValue> Comparer { get; } = Comparer<AttributeValue>.Create((left, right) => Compare(left, right) ?? 0);

    public static int? Compare(AttributeValue left, AttributeValue right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (StringValue a, StringValue b) => CompareUtf8(a.Text, b.Text),
        (BinaryValue a, BinaryValue b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes),
        _ => null,
    };

    private static int CompareUtf8(string left, string right)
    {
        // UTF-16 order differs from UTF-8 order only where surrogates meet the characters above them.
        var difference = string.CompareOrdinal(left, right);
        return difference == 0 || !(left.Any(char.IsSurrogate) || right.Any(char.IsSurrogate))
            ? difference
            : Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
    }
}
