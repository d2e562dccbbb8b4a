using System.Numerics;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB;

/// <summary>The value of a key attribute, as DynamoDB stores it.</summary>
/// <param name="Type">DynamoDB's type letter: <c>S</c>, <c>N</c> or <c>B</c>.</param>
/// <param name="Text">The text, the number's digits, or the bytes in base64.</param>
/// <remarks>A partition key holds up to 2,048 bytes, a sort key up to 1,024, neither is empty: else the
/// call that it is used in ends in <see cref="Errors.InvalidKeyException"/>
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas</see>).</remarks>
public readonly record struct KeyValue(string Type, string Text)
{
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
    public static KeyValue Of<TNumber>(TNumber value)
        where TNumber : INumber<TNumber> => new("N", NumberValue.Text(value));

    /// <summary>A key of bytes.</summary>
    public static KeyValue Of(ReadOnlyMemory<byte> value) => new("B", Convert.ToBase64String(value.Span));

    /// <summary>The key that an attribute holds.</summary>
    /// <exception cref="ArgumentException">It holds what no key can be.</exception>
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

    /// <summary>The key's text.</summary>
    public override string ToString() => Text;
}
