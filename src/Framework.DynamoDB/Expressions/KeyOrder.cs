using System.Globalization;
using System.Text;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Expressions;

/// <summary>The order in which DynamoDB keeps keys: numbers by value, text by its UTF-8 bytes, binary by its bytes.</summary>
internal static class KeyOrder
{
    public static int Compare(KeyValue one, KeyValue other) => one.Type switch
    {
        "N" => CompareNumbers(StoredEquality.Canonical(one.Text), StoredEquality.Canonical(other.Text)),
        "B" => Convert.FromBase64String(one.Text).AsSpan().SequenceCompareTo(Convert.FromBase64String(other.Text)),
        _ => Encoding.UTF8.GetBytes(one.Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other.Text)),
    };

    private static int CompareNumbers(string one, string other)
    {
        var (sign, otherSign) = (Sign(one), Sign(other));
        if (sign != otherSign || sign == 0)
            return sign.CompareTo(otherSign);
        var (first, last) = (one.Split('E'), other.Split('E'));
        var exponents = Exponent(first).CompareTo(Exponent(last));
        return sign * (exponents != 0 ? exponents : string.CompareOrdinal(first[0], last[0]));
    }

    private static int Sign(string canonical) => canonical == "0" ? 0 : canonical[0] == '-' ? -1 : 1;

    private static int Exponent(string[] parts) => int.Parse(parts[1], CultureInfo.InvariantCulture);
}
