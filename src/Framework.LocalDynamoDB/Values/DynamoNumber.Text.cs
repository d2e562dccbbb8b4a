namespace Framework.LocalDynamoDB.Values;

internal readonly partial record struct DynamoNumber
{
    /// <summary>Reads plain or exponent notation; says which of DynamoDB's rules the text breaks.</summary>
    public static NumberFault TryParse(ReadOnlySpan<char> text, out DynamoNumber number)
    {
        number = default;
        var position = 0;
        var negative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            position++;

        UInt128 coefficient = 0;
        var significant = 0;
        var pendingZeros = 0;
        long exponent = 0;
        var anyDigit = false;
        var afterPoint = false;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '.' && !afterPoint)
            {
                afterPoint = true;
                continue;
            }

            if (!char.IsAsciiDigit(c))
                break;
            anyDigit = true;
            if (afterPoint)
                exponent--;
            if (c == '0')
            {
                // Zeros count only once another digit follows them.
                pendingZeros += significant > 0 ? 1 : 0;
                continue;
            }

            significant += pendingZeros + 1;
            if (significant <= MaxDigits)
            {
                for (; pendingZeros > 0; pendingZeros--)
                    coefficient *= 10;
                coefficient = (coefficient * 10) + (uint)(c - '0');
            }

            pendingZeros = 0;
        }

        if (!anyDigit || !TryReadExponent(text[position..], out var power))
            return NumberFault.NotANumber;
        if (significant == 0)
            return NumberFault.None;

        exponent += pendingZeros + power;
        var magnitude = exponent + significant - 1;
        if (magnitude > MaxMagnitude)
            return NumberFault.Overflow;
        if (magnitude < MinMagnitude)
            return NumberFault.Underflow;
        if (significant > MaxDigits)
            return NumberFault.TooManyDigits;
        number = new(negative, coefficient, (int)exponent);
        return NumberFault.None;
    }

    /// <summary>Plain notation without an exponent, as DynamoDB returns numbers.</summary>
    public override string ToString()
    {
        var digits = Digits;
        var sign = _negative ? "-" : "";
        if (_exponent >= 0)
            return sign + digits.PadRight(digits.Length + _exponent, '0');
        var integerDigits = digits.Length + _exponent;
        return integerDigits > 0
            ? $"{sign}{digits.AsSpan(0, integerDigits)}.{digits.AsSpan(integerDigits)}"
            : $"{sign}0.{digits.PadLeft(-_exponent, '0')}";
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, out long power)
    {
        power = 0;
        if (text.IsEmpty)
            return true;
        if (text is not ['e' or 'E', .. var digits])
            return false;
        var negative = digits is ['-', ..];
        if (digits is ['-' or '+', .. var unsigned])
            digits = unsigned;
        if (digits.IsEmpty)
            return false;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            power = Math.Min((power * 10) + (c - '0'), int.MaxValue);
        }

        power = negative ? -power : power;
        return true;
    }
}
