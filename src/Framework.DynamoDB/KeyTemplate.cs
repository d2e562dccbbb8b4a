using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB;

/// <summary>Composes a key from an interpolated string so that different values never make the same key: a value must not
/// hold the literal that ends it.</summary>
/// <remarks>Values are written in the invariant culture, times in UTC. A literal must stand between two values, else
/// <see cref="InvalidOperationException"/>.</remarks>
/// <param name="literalLength">How many characters the literals have.</param>
/// <param name="formattedCount">How many values there are.</param>
[InterpolatedStringHandler]
public ref struct KeyTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 36));
    private string? _field;

    // The value that ends at the next literal; null where all values have the same length.
    private string? _open;

    // The last value, until a literal follows it.
    private string? _last;

    /// <summary>Adds a literal.</summary>
    /// <exception cref="InvalidKeyException">The value before the literal contains the literal.</exception>
    public void AppendLiteral(string value)
    {
        if (_open is { } open && (open + value).IndexOf(value, StringComparison.Ordinal) < open.Length)
            throw new InvalidKeyException(_field!, value.Length == 1
                ? $"Must not contain '{value}'."
                : $"Must neither contain '{value}' nor end with a beginning of it.");
        _open = _last = null;
        _text.Append(value);
    }

    /// <summary>Adds text.</summary>
    /// <exception cref="InvalidKeyException">The text is empty.</exception>
    public void AppendFormatted(string value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value);
        _open = value.Length > 0 ? value : throw new InvalidKeyException(Field(name), "Must not be empty.");
        Append(value, name);
    }

    /// <summary>Adds one UTF-16 code unit.</summary>
    [OverloadResolutionPriority(1)]
    public void AppendFormatted(char value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        AppendFormatted(value.ToString(), name);

    /// <summary>Adds a GUID.</summary>
    public void AppendFormatted(Guid value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Append(TextValue.Text(value), name);

    /// <summary>Adds an instant, in full where it has no format.</summary>
    public void AppendFormatted(
        DateTimeOffset value, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Append(format is null ? TextValue.Text(value) : Open(value.UtcDateTime, format), name);

    /// <summary>Adds a date, in full where it has no format.</summary>
    public void AppendFormatted(
        DateOnly value, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Append(format is null ? TextValue.Text(value) : Open(value, format), name);

    /// <summary>Adds a time of day, in full where it has no format.</summary>
    public void AppendFormatted(
        TimeOnly value, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Append(format is null ? TextValue.Text(value) : Open(value, format), name);

    /// <summary>Adds text as it is stored: the name of an enum's value.</summary>
    public void AppendFormatted(AttributeValue value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        AppendFormatted(value?.S!, name);

    /// <summary>Adds an integer.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="format"><c>D</c> or <c>X</c> with a number of digits, so that the order of the text is that of the
    /// numbers.</param>
    /// <param name="name">The integer's name.</param>
    /// <exception cref="InvalidKeyException">The integer is less than 0, or has more digits than the format.</exception>
    public void AppendFormatted<TInteger>(
        TInteger value, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "")
        where TInteger : IBinaryInteger<TInteger>
    {
        var text = Open(value, format);
        if (format is { Length: > 1 }
            && (TInteger.IsNegative(value) || text.Length > int.Parse(format.AsSpan(1), CultureInfo.InvariantCulture)))
            throw new InvalidKeyException(Field(name), $"Must be 0 or more, of at most {format[1..]} digits.");
        Append(text, name);
    }

    internal readonly KeyValue ToKey(int maxBytes) => KeyValue.Sized(_text.ToString(), maxBytes, _field ?? "key");

    /// <summary>The name of the value in an expression such as <c>WriteStatus(item.Status)</c>, in camelCase.</summary>
    internal static string Field(string expression) => JsonNamingPolicy.CamelCase.ConvertName(
        Argument(expression.Split(',')[0]).TrimEnd(')').TrimStart('@'));

    private static string Argument(string expression) => expression[(expression.LastIndexOfAny(['(', '.']) + 1)..];

    private string Open(IFormattable value, string? format) => _open = value.ToString(format, CultureInfo.InvariantCulture);

    // The generator says the same of a template of its own (FWK219).
    private void Append(string text, string name)
    {
        _field = Field(name);
        if (_last is { } last)
            throw new InvalidOperationException(
                $"A literal such as # must stand between {last} and {_field} in a key's template, or different values make one key.");
        _last = _field;
        _text.Append(text);
    }
}
