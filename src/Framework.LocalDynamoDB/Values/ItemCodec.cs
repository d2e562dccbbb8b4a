using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Framework.LocalDynamoDB.Values;

/// <summary>
/// The stored form of an item: its canonical DynamoDB JSON, which goes to a client as it lies in the file.
/// </summary>
internal static class ItemCodec
{
    /// <summary>Raw UTF-8 as the service sends it; the depth covers 32 nested values.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 256,
    };

    public static byte[] Encode(Item item)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
            AttributeValueWriter.WriteItem(json, item);
        return buffer.WrittenSpan.ToArray();
    }

    public static Item Decode(ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 256 });
        json.Read();
        return ReadItem(ref json);
    }

    private static Item ReadItem(ref Utf8JsonReader json)
    {
        var item = new Item();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            item[name] = ReadValue(ref json);
        }

        return item;
    }

    private static AttributeValue ReadValue(ref Utf8JsonReader json)
    {
        json.Read();
        var type = ReadType(ref json);
        json.Read();
        var value = ReadContent(type, ref json);
        json.Read();
        return value;
    }

    private static AttributeType ReadType(ref Utf8JsonReader json)
    {
        var name = json.ValueSpan;
        return name.Length switch
        {
            1 => name[0] switch
            {
                (byte)'S' => AttributeType.S,
                (byte)'N' => AttributeType.N,
                (byte)'B' => AttributeType.B,
                (byte)'L' => AttributeType.L,
                _ => AttributeType.M,
            },
            2 => name[0] switch
            {
                (byte)'S' => AttributeType.SS,
                (byte)'N' => AttributeType.NS,
                _ => AttributeType.BS,
            },
            _ => name[0] == 'B' ? AttributeType.BOOL : AttributeType.NULL,
        };
    }

    private static AttributeValue ReadContent(AttributeType type, ref Utf8JsonReader json) => type switch
    {
        AttributeType.S => new StringValue(json.GetString()!),
        AttributeType.N => ReadNumber(ref json),
        AttributeType.B => new BinaryValue(json.GetBytesFromBase64()),
        AttributeType.BOOL => new BooleanValue(json.GetBoolean()),
        AttributeType.NULL => NullValue.Instance,
        AttributeType.L => ReadList(ref json),
        AttributeType.M => new MapValue(ReadItem(ref json)),
        _ => ReadSet(type, ref json),
    };

    private static NumberValue ReadNumber(ref Utf8JsonReader json)
    {
        Span<char> text = stackalloc char[json.ValueSpan.Length];
        DynamoNumber.TryParse(text[..json.CopyString(text)], out var number);
        return new(number);
    }

    private static ListValue ReadList(ref Utf8JsonReader json)
    {
        var elements = new List<AttributeValue>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            elements.Add(ReadValue(ref json));
        return new(elements);
    }

    private static SetValue ReadSet(AttributeType type, ref Utf8JsonReader json)
    {
        var members = new List<AttributeValue>();
        var memberType = SetValue.MemberTypeOf(type);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            members.Add(ReadContent(memberType, ref json));
        return new(type, members);
    }
}
