using System.Globalization;
using System.Numerics;

namespace Framework.LocalDynamoDB.Values;

internal readonly partial record struct DynamoNumber
{
    /// <summary>Adds exactly; false where the sum needs more than 38 digits or leaves the range.</summary>
    public static bool TryAdd(DynamoNumber left, DynamoNumber right, out DynamoNumber sum)
    {
        if (left.IsZero || right.IsZero)
        {
            sum = left.IsZero ? right : left;
            return true;
        }

        var exponent = Math.Min(left._exponent, right._exponent);
        return TryFromBigInteger(left.SignedAt(exponent) + right.SignedAt(exponent), exponent, out sum);
    }

    public static bool TrySubtract(DynamoNumber left, DynamoNumber right, out DynamoNumber difference) =>
        TryAdd(left, right.Negated(), out difference);

    /// <summary>The number without its fraction; false where it does not fit.</summary>
    public bool TryToInt64(out long whole)
    {
        // A decimal holds 28 digits, more than any long.
        var fits = decimal.TryParse(ToString(), CultureInfo.InvariantCulture, out var number)
            && number is >= long.MinValue and <= long.MaxValue;
        whole = fits ? (long)number : 0;
        return fits;
    }

    private DynamoNumber Negated() => new(!_negative, _coefficient, _exponent);

    private BigInteger SignedAt(int exponent) => _negative ? -Scaled(exponent) : Scaled(exponent);

    private static bool TryFromBigInteger(BigInteger value, int exponent, out DynamoNumber number)
    {
        number = default;
        var negative = value.Sign < 0;
        value = BigInteger.Abs(value);
        while (!value.IsZero && value % 10 == 0)
        {
            value /= 10;
            exponent++;
        }

        if (value >= BigInteger.Pow(10, MaxDigits))
            return false;
        number = new(negative, (UInt128)value, exponent);
        return number.Magnitude is >= MinMagnitude and <= MaxMagnitude;
    }
}
