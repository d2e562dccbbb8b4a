using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as text (<c>S</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextValue
{
    // ISO 8601 with all of its digits, and times in UTC, so that the order of the text is the order of time.
    private const string RoundTrip = "O";

    /// <summary>Stores text.</summary>
    public static AttributeValue Of(string value) =>
        new() { S = value ?? throw new ArgumentNullException(nameof(value)) };

    /// <summary>Stores one UTF-16 code unit.</summary>
    public static AttributeValue Of(char value) => new() { S = value.ToString() };

    /// <summary>Stores a GUID in lower-case hexadecimal digits with hyphens.</summary>
    public static AttributeValue Of(Guid value) => new() { S = Text(value) };

    /// <summary>Stores an instant in ISO 8601, in UTC, to 100 nanoseconds. The offset is not kept.</summary>
    public static AttributeValue Of(DateTimeOffset value) => new() { S = Text(value) };

    /// <summary>Stores a date in ISO 8601.</summary>
    public static AttributeValue Of(DateOnly value) => new() { S = Text(value) };

    /// <summary>Stores a time of day in ISO 8601, to 100 nanoseconds.</summary>
    public static AttributeValue Of(TimeOnly value) => new() { S = Text(value) };

    /// <summary>Reads text.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static string ToText(StoredValue stored) => stored.Value.S ?? throw stored.Mismatch("text");

    /// <summary>Reads one UTF-16 code unit.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static char ToChar(StoredValue stored) =>
        ToText(stored) is [var value] ? value : throw stored.Mismatch("text of one character");

    /// <summary>Reads a GUID.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static Guid ToGuid(StoredValue stored) =>
        Guid.TryParse(stored.Value.S, out var value) ? value : throw stored.Mismatch("text that is a GUID");

    /// <summary>Reads an instant of any offset.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static DateTimeOffset ToDateTimeOffset(StoredValue stored) =>
        // What the table itself has written is read the quick way, which .NET has where no style is asked for.
        stored.Value.S is [.., 'Z'] text && DateTimeOffset.TryParseExact(
            text, RoundTrip, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
        || DateTimeOffset.TryParse(
            stored.Value.S, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
            ? value
            : throw stored.Mismatch("text that is a time in ISO 8601");

    /// <summary>Reads a date.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static DateOnly ToDateOnly(StoredValue stored) =>
        DateOnly.TryParseExact(
            stored.Value.S, RoundTrip, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw stored.Mismatch("text that is a date such as 2026-11-23");

    /// <summary>Reads a time of day.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static TimeOnly ToTimeOnly(StoredValue stored) =>
        TimeOnly.TryParse(stored.Value.S, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw stored.Mismatch("text that is a time of day such as 20:15:00");

    internal static string Text(Guid value) => value.ToString();

    internal static string Text(DateTimeOffset value) =>
        value.UtcDateTime.ToString(RoundTrip, CultureInfo.InvariantCulture);

    internal static string Text(DateOnly value) => value.ToString(RoundTrip, CultureInfo.InvariantCulture);

    internal static string Text(TimeOnly value) => value.ToString(RoundTrip, CultureInfo.InvariantCulture);
}
