using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB;

/// <summary>The value of a key attribute, as DynamoDB stores it.</summary>
/// <param name="Type">DynamoDB's type letter: <c>S</c>, <c>N</c> or <c>B</c>.</param>
/// <param name="Text">The text, the number's digits, or the bytes in base64.</param>
/// <remarks>A partition key holds up to 2,048 bytes, a sort key up to 1,024, neither is empty
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas</see>).</remarks>
public readonly record struct KeyValue(string Type, string Text)
{
    private const int MaxPartition = 2048;
    internal const int MaxSort = 1024;

    /// <summary>A partition key of text.</summary>
    /// <exception cref="InvalidKeyException">The key is empty, or longer than 2,048 bytes.</exception>
    public static KeyValue Partition(string value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Sized(value, MaxPartition, name);

    /// <summary>A partition key of bytes.</summary>
    /// <exception cref="InvalidKeyException">The key is empty, or longer than 2,048 bytes.</exception>
    public static KeyValue Partition(
        ReadOnlyMemory<byte> value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Sized(value, MaxPartition, name);

    /// <summary>A partition key that is composed of several values.</summary>
    /// <exception cref="InvalidKeyException">A value cannot be a part of a key, or the key is longer than 2,048
    /// bytes.</exception>
    public static KeyValue Partition(KeyTemplate template) => template.ToKey(MaxPartition);

    /// <summary>A sort key of text.</summary>
    /// <exception cref="InvalidKeyException">The key is empty, or longer than 1,024 bytes.</exception>
    public static KeyValue Sort(string value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Sized(value, MaxSort, name);

    /// <summary>A sort key of bytes.</summary>
    /// <exception cref="InvalidKeyException">The key is empty, or longer than 1,024 bytes.</exception>
    public static KeyValue Sort(ReadOnlyMemory<byte> value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Sized(value, MaxSort, name);

    /// <summary>A sort key that is composed of several values, or the beginning of one.</summary>
    /// <exception cref="InvalidKeyException">A value cannot be a part of a key, or the key is longer than 1,024
    /// bytes.</exception>
    public static KeyValue Sort(KeyTemplate template) => template.ToKey(MaxSort);

    /// <summary>A key of text.</summary>
    public static KeyValue Of(string value) => new("S", value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>A key of a GUID, as text.</summary>
    public static KeyValue Of(Guid value) => new("S", TextValue.Text(value));

    /// <summary>A key of an instant, as text in UTC.</summary>
    public static KeyValue Of(DateTimeOffset value) => new("S", TextValue.Text(value));

    /// <summary>A key of a date, as text.</summary>
    public static KeyValue Of(DateOnly value) => new("S", TextValue.Text(value));

    /// <summary>A key of a time of day, as text.</summary>
    public static KeyValue Of(TimeOnly value) => new("S", TextValue.Text(value));

    /// <summary>A key of a number.</summary>
    /// <exception cref="InvalidKeyException">DynamoDB does not store the number.</exception>
    public static KeyValue Of<TNumber>(TNumber value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TNumber : INumber<TNumber> => new("N", NumberValue.TextOrNull(value)
            ?? throw new InvalidKeyException(KeyTemplate.Field(name), StorageLimits.Number));

    /// <summary>A key of bytes.</summary>
    public static KeyValue Of(ReadOnlyMemory<byte> value) => new("B", Convert.ToBase64String(value.Span));

    /// <summary>The key that an attribute holds.</summary>
    /// <exception cref="ArgumentException">It holds a value that cannot be a key.</exception>
    public static KeyValue Of(AttributeValue value) => value switch
    {
        { S: { } text } => Of(text),
        { N: { } number } => new("N", number),
        { B: { } bytes } => Of(bytes.ToArray()),
        _ => throw new ArgumentException("A key is text, a number or binary.", nameof(value)),
    };

    /// <summary>The value as the SDK takes it.</summary>
    public AttributeValue ToAttributeValue() => Type switch
    {
        "N" => new AttributeValue { N = Text },
        "B" => new AttributeValue { B = new MemoryStream(Convert.FromBase64String(Text), writable: false) },
        _ => new AttributeValue { S = Text },
    };

    internal KeyValue Canonical => Type == "N" ? new(Type, StoredEquality.Canonical(Text)) : this;

    internal static KeyValue Sized(string value, int maxBytes, string name)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckSize(Encoding.UTF8.GetByteCount(value), maxBytes, name);
        return new("S", value);
    }

    private static KeyValue Sized(ReadOnlyMemory<byte> value, int maxBytes, string name)
    {
        CheckSize(value.Length, maxBytes, name);
        return Of(value);
    }

    private static void CheckSize(int bytes, int maxBytes, string name)
    {
        if (bytes == 0)
            throw new InvalidKeyException(KeyTemplate.Field(name), "Must not be empty.");
        if (bytes > maxBytes)
            throw new InvalidKeyException(
                KeyTemplate.Field(name), $"Is too long: a key that is made of it must be at most {maxBytes} bytes.");
    }

    /// <summary>The key's text.</summary>
    public override string ToString() => Text;
}
