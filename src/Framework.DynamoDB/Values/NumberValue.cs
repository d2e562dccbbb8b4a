using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as a number (<c>N</c>): up to 38 significant digits, 1E-130 to
/// 9.99…E+125 (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas</see>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NumberValue
{
    private const int MaxDigits = 38;
    private const int MinExponent = -130;
    private const int MaxExponent = 125;

    /// <summary>Stores a number without loss.</summary>
    /// <exception cref="InvalidValueException">The number has more than 38 significant digits, is too great or too small,
    /// or is not a number.</exception>
    public static AttributeValue Of<TNumber>(TNumber value)
        where TNumber : INumber<TNumber> => Of(value, "value");

    /// <inheritdoc cref="Of{TNumber}(TNumber)"/>
    /// <param name="value">The number.</param>
    /// <param name="attribute">The attribute's name.</param>
    public static AttributeValue Of<TNumber>(TNumber value, string attribute)
        where TNumber : INumber<TNumber> =>
        new() { N = TextOrNull(value) ?? throw new InvalidValueException(attribute, StorageLimits.Number) };

    /// <summary>Stores a time span in seconds, to 100 nanoseconds.</summary>
    public static AttributeValue Of(TimeSpan value) => Of((decimal)value.Ticks / TimeSpan.TicksPerSecond);

    /// <summary>Stores an instant in whole seconds since 1970, as time to live wants it.</summary>
    public static AttributeValue OfEpochSeconds(DateTimeOffset value) => Of(value.ToUnixTimeSeconds());

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type, or a number that the type cannot hold.</exception>
    public static TNumber ToNumber<TNumber>(StoredValue stored)
        where TNumber : INumber<TNumber> =>
        // The usual integers are read the quick way; 1E2 is one of them too.
        (typeof(TNumber) == typeof(int) || typeof(TNumber) == typeof(long))
            && TNumber.TryParse(stored.Value.N, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
        || TNumber.TryParse(stored.Value.N, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            ? value
            : throw stored.Mismatch($"a number that fits {typeof(TNumber).Name}");

    /// <summary>Reads a time span.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static TimeSpan ToTimeSpan(StoredValue stored)
    {
        var ticks = ToNumber<decimal>(stored) * TimeSpan.TicksPerSecond;
        return ticks is >= long.MinValue and <= long.MaxValue
            ? TimeSpan.FromTicks((long)ticks)
            : throw stored.Mismatch("seconds that fit a TimeSpan");
    }

    /// <summary>Reads an instant from its seconds since 1970.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static DateTimeOffset ToEpochSeconds(StoredValue stored)
    {
        var seconds = ToNumber<long>(stored);
        return seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw stored.Mismatch("seconds since 1970");
    }

    /// <summary>The number's text; null for one that DynamoDB does not store.</summary>
    internal static string? TextOrNull<TNumber>(TNumber value)
        where TNumber : INumber<TNumber>
    {
        var text = value.ToString(null, CultureInfo.InvariantCulture);
        return TNumber.IsFinite(value) && IsStorable(text) ? text : null;
    }

    /// <summary>Whether DynamoDB stores a number that is written so.</summary>
    internal static bool IsStorable(string text) =>
        text.Length <= MaxDigits && text.AsSpan().IndexOfAny('E', 'e') < 0 || HasStorableSize(text);

    private static bool HasStorableSize(string text)
    {
        var parts = text.TrimStart('-').Split('E', 'e');
        var point = parts[0].IndexOf('.');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var significant = digits.Trim('0');
        if (significant.Length == 0)
            return true;
        var leadingZeros = digits.Length - digits.TrimStart('0').Length;
        var exponent = (point < 0 ? digits.Length : point) - leadingZeros - 1L
            + (parts.Length > 1 ? ExponentOf(parts[1]) : 0);
        return significant.Length <= MaxDigits && exponent is >= MinExponent and <= MaxExponent;
    }

    // JSON's exponents may have any number of digits.
    private static long ExponentOf(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? exponent
            : text[0] == '-' ? int.MinValue : int.MaxValue;
}
