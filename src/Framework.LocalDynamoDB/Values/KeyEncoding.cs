using System.Text;

namespace Framework.LocalDynamoDB.Values;

/// <summary>
/// Bytes of a key attribute that sort as DynamoDB sorts the values: UTF-8 for strings, the bytes themselves for
/// binary, and base-100 digits behind a biased exponent for numbers (the layout of Oracle's NUMBER, which the
/// service's partition hash is computed over as well).
/// </summary>
internal static class KeyEncoding
{
    private const byte Zero = 0x80;
    private const int PositiveBias = 193;
    private const int NegativeBias = 62;
    private const byte NegativeTerminator = 102;
    private const int MaxMantissa = 20;

    // A zero byte in a part is followed by GoesOn, and the zero byte that ends a part by Ends, so a shorter part sorts first.
    private const byte GoesOn = 0xFF;
    private const byte Ends = 0x01;

    public static byte[] Encode(AttributeValue value) => value switch
    {
        StringValue text => Encoding.UTF8.GetBytes(text.Text),
        BinaryValue binary => binary.Bytes,
        NumberValue number => Encode(number.Number),
        _ => throw new ArgumentException($"A {value.Type} cannot be a key.", nameof(value)),
    };

    /// <summary>The bytes of several attributes: they sort by the first, then by the second, and so on.</summary>
    public static byte[] EncodeParts(IEnumerable<AttributeValue> values) =>
        [.. values.SelectMany(value => (byte[])[.. BeginPart(value), 0, Ends])];

    /// <summary>One of several attributes without its end: the bytes of every value that begins with this value begin with them.</summary>
    public static byte[] BeginPart(AttributeValue value)
    {
        var bytes = Encode(value);
        return bytes.Contains((byte)0)
            ? [.. bytes.SelectMany(single => single == 0 ? (byte[])[0, GoesOn] : [single])]
            : bytes;
    }

    public static byte[] Encode(DynamoNumber number)
    {
        if (number.IsZero)
            return [Zero];

        // Base-100 digits must start at an even power of ten.
        var digits = number.Digits;
        var leadingZero = number.Magnitude % 2 == 0;
        if (leadingZero)
            digits = "0" + digits;
        if (digits.Length % 2 != 0)
            digits += "0";
        var power = (leadingZero ? number.Magnitude : number.Magnitude - 1) / 2;

        var mantissa = digits.Length / 2;
        var terminated = number.IsNegative && mantissa < MaxMantissa;
        var bytes = new byte[1 + mantissa + (terminated ? 1 : 0)];
        bytes[0] = (byte)(number.IsNegative ? NegativeBias - power : PositiveBias + power);
        for (var i = 0; i < mantissa; i++)
        {
            var pair = ((digits[2 * i] - '0') * 10) + (digits[(2 * i) + 1] - '0');
            bytes[i + 1] = (byte)(number.IsNegative ? 101 - pair : pair + 1);
        }

        if (terminated)
            bytes[^1] = NegativeTerminator;
        return bytes;
    }
}
