using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Framework.Binding;

namespace Framework.Generated;

/// <summary>The parsers of .NET's own value types. They accept one form of each value, the one that JSON and
/// ISO 8601 use, in the invariant culture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "Each is named after the type it reads.")]
public static class Values
{
    private const DateTimeStyles NoGuess = DateTimeStyles.None;

    private const NumberStyles Number =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Any text.</summary>
    public static ValueParser<string> String { get; } = new("text", (string text, [MaybeNullWhen(false)] out string value) =>
    {
        value = text;
        return true;
    });

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ValueParser<bool> Boolean { get; } = new("true or false", (string text, out bool value) =>
    {
        value = text == "true";
        return value || text == "false";
    });

    /// <summary>One UTF-16 character.</summary>
    public static ValueParser<char> Char { get; } = new("one character", char.TryParse);

    /// <summary>A signed byte.</summary>
    public static ValueParser<sbyte> SByte => Integer<sbyte>.Parser;

    /// <summary>A byte.</summary>
    public static ValueParser<byte> Byte => Integer<byte>.Parser;

    /// <summary>A 16-bit integer.</summary>
    public static ValueParser<short> Int16 => Integer<short>.Parser;

    /// <summary>An unsigned 16-bit integer.</summary>
    public static ValueParser<ushort> UInt16 => Integer<ushort>.Parser;

    /// <summary>A 32-bit integer.</summary>
    public static ValueParser<int> Int32 => Integer<int>.Parser;

    /// <summary>An unsigned 32-bit integer.</summary>
    public static ValueParser<uint> UInt32 => Integer<uint>.Parser;

    /// <summary>A 64-bit integer.</summary>
    public static ValueParser<long> Int64 => Integer<long>.Parser;

    /// <summary>An unsigned 64-bit integer.</summary>
    public static ValueParser<ulong> UInt64 => Integer<ulong>.Parser;

    /// <summary>A finite number of single precision.</summary>
    public static ValueParser<float> Single { get; } = new("a number", (string text, out float value) =>
        float.TryParse(text, Number, CultureInfo.InvariantCulture, out value) && float.IsFinite(value));

    /// <summary>A finite number of double precision.</summary>
    public static ValueParser<double> Double { get; } = new("a number", (string text, out double value) =>
        double.TryParse(text, Number, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>A decimal number without an exponent.</summary>
    public static ValueParser<decimal> Decimal { get; } = new("a decimal number", (string text, out decimal value) =>
        decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value));

    /// <summary>A UUID, with or without hyphens.</summary>
    public static ValueParser<Guid> Guid { get; } = new(ValueWords.Guid, (string text, out Guid value) =>
        System.Guid.TryParseExact(text, "D", out value) || System.Guid.TryParseExact(text, "N", out value));

    /// <summary>A date such as <c>2026-11-23</c>.</summary>
    public static ValueParser<DateOnly> DateOnly { get; } = new(ValueWords.DateOnly, (string text, out DateOnly value) =>
        System.DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, NoGuess, out value));

    /// <summary>A time of day such as <c>20:15:00</c>.</summary>
    public static ValueParser<TimeOnly> TimeOnly { get; } = new(ValueWords.TimeOnly, (string text, out TimeOnly value) =>
        System.TimeOnly.TryParseExact(
            text, ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, NoGuess, out value));

    /// <summary>An instant with its offset, such as <c>2026-11-23T20:15:00Z</c>.</summary>
    public static ValueParser<DateTimeOffset> DateTimeOffset { get; } = new(
        ValueWords.DateTimeOffset, (string text, out DateTimeOffset value) =>
            System.DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, NoGuess, out value)
            && HasOffset(text));

    /// <summary>The same instant in UTC. Without an offset the instant is not known.</summary>
    public static ValueParser<DateTime> DateTime { get; } = new(ValueWords.DateTimeOffset, (string text, out DateTime value) =>
    {
        var isInstant = DateTimeOffset.Parse(text, out var instant);
        value = instant.UtcDateTime;
        return isInstant;
    });

    /// <summary>An instant as headers write it, such as <c>Mon, 23 Nov 2026 20:15:00 GMT</c>, in each of the three forms
    /// that a recipient must take (RFC 9110, section 5.6.7); or as <see cref="DateTimeOffset"/> reads it.</summary>
    public static ValueParser<DateTimeOffset> HttpDate { get; } = new(
        "an HTTP date such as Mon, 23 Nov 2026 20:15:00 GMT", (string text, out DateTimeOffset value) =>
            HttpDateText.TryParse(text, out value) || DateTimeOffset.Parse(text, out value));

    /// <summary>A duration such as <c>1.02:03:04</c>: days, hours, minutes and seconds.</summary>
    public static ValueParser<TimeSpan> TimeSpan { get; } = new(ValueWords.TimeSpan, (string text, out TimeSpan value) =>
        System.TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value));

    /// <summary>An absolute URI with its scheme. .NET would also accept a path as a file's URI.</summary>
    public static ValueParser<Uri> Uri { get; } = new("an absolute URI", (string text, [MaybeNullWhen(false)] out Uri value) =>
        System.Uri.TryCreate(text, UriKind.Absolute, out value)
        && text.StartsWith($"{value.Scheme}:", StringComparison.OrdinalIgnoreCase));

    /// <summary>Any type that parses itself.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="expected">What the text must be, to finish the sentence "Must be ...".</param>
    public static ValueParser<T> Parsable<T>(string expected) where T : IParsable<T> =>
        new(expected, (string text, [MaybeNullWhen(false)] out T value) => T.TryParse(text, CultureInfo.InvariantCulture, out value));

    /// <summary>The same value within bounds.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="parser">Reads the value.</param>
    /// <param name="least">The least value that is taken.</param>
    /// <param name="most">The greatest value that is taken.</param>
    public static ValueParser<T> Between<T>(this ValueParser<T> parser, T least, T most) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(parser);
        var expected = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        return new ValueParser<T>(expected, (string text, [MaybeNullWhen(false)] out T value) =>
            parser.Parse(text, out value) && value >= least && value <= most);
    }

    private static bool HasOffset(string text) => text[^1] == 'Z' || text.AsSpan(10).ContainsAny('+', '-');

    /// <summary>Created at the first use of its type, so that a cold start pays only for the types that it reads.</summary>
    private static class Integer<T> where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        public static readonly ValueParser<T> Parser = new(
            ValueWords.Integer<T>(),
            (string text, [MaybeNullWhen(false)] out T value) =>
                T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));
    }
}
