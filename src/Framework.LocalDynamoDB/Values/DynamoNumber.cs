using System.Numerics;

namespace Framework.LocalDynamoDB.Values;

/// <summary>
/// DynamoDB's decimal: up to 38 significant digits, magnitude 1E-130 to 9.99...E+125
/// (developer guide, "Supported data types"). Kept without trailing zeros, so that equal numbers are equal.
/// </summary>
internal readonly partial record struct DynamoNumber : IComparable<DynamoNumber>
{
    public const int MaxDigits = 38;
    public const int MaxMagnitude = 125;
    public const int MinMagnitude = -130;

    private readonly UInt128 _coefficient;
    private readonly short _exponent;
    private readonly bool _negative;

    private DynamoNumber(bool negative, UInt128 coefficient, int exponent)
    {
        _negative = negative && coefficient != 0;
        _coefficient = coefficient;
        _exponent = coefficient == 0 ? (short)0 : (short)exponent;
    }

    public static DynamoNumber Zero => default;

    public bool IsZero => _coefficient == 0;

    public bool IsNegative => _negative;

    /// <summary>The significant digits, without leading or trailing zeros.</summary>
    public string Digits => _coefficient.ToString();

    /// <summary>The power of ten of the first significant digit.</summary>
    public int Magnitude => IsZero ? 0 : _exponent + DigitCount(_coefficient) - 1;

    /// <summary>Bytes that DynamoDB counts: two digits a byte, one more, one more where it is negative.</summary>
    public int Size
    {
        get
        {
            if (IsZero)
                return 1;
            var digits = DigitCount(_coefficient);
            var straddles = digits % 2 == 0 && Magnitude % 2 == 0;
            return 1 + ((digits + 1) / 2) + (straddles ? 1 : 0) + (_negative ? 1 : 0);
        }
    }

    public static DynamoNumber FromInt64(long value) => Normalize(value < 0, (UInt128)Int128.Abs(value), 0);

    public static bool operator <(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) >= 0;

    public int CompareTo(DynamoNumber other)
    {
        if (_negative != other._negative)
            return _negative ? -1 : 1;
        var size = CompareSizes(this, other);
        return _negative ? -size : size;
    }

    private static int CompareSizes(DynamoNumber left, DynamoNumber right)
    {
        if (left.IsZero || right.IsZero)
            return left._coefficient.CompareTo(right._coefficient);
        if (left.Magnitude != right.Magnitude)
            return left.Magnitude.CompareTo(right.Magnitude);
        // The same magnitude: the exponents differ by fewer than 38, so the alignment stays small.
        var lowest = Math.Min(left._exponent, right._exponent);
        return left.Scaled(lowest).CompareTo(right.Scaled(lowest));
    }

    private BigInteger Scaled(int exponent) =>
        (BigInteger)_coefficient * BigInteger.Pow(10, _exponent - exponent);

    private static DynamoNumber Normalize(bool negative, UInt128 coefficient, int exponent)
    {
        while (coefficient != 0 && coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        return new(negative, coefficient, exponent);
    }

    private static int DigitCount(UInt128 value)
    {
        if (value <= ulong.MaxValue)
            return DigitCount((ulong)value);
        var count = 19;
        for (value /= 10_000_000_000_000_000_000; value != 0; value /= 10)
            count++;
        return count;
    }

    private static int DigitCount(ulong value)
    {
        var count = 1;
        for (value /= 10; value != 0; value /= 10)
            count++;
        return count;
    }
}
