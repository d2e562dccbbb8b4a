using System.Buffers;
using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>An item as the JSON that a person edits.</summary>
internal static class ItemText
{
    // Each level of a value is two levels of typed JSON.
    private static readonly JsonDocumentOptions Typed = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = ItemCodec.WriterOptions.MaxDepth,
    };

    private static readonly JsonDocumentOptions Plain = Typed with { MaxDepth = Typed.MaxDepth / 4 };

    /// <summary>Writes an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isTyped">Whether to write DynamoDB's typed JSON.</param>
    public static string Write(Item item, bool isTyped) => ReadableText.Indent(ReadableText.Json(json =>
    {
        if (isTyped)
            AttributeValueWriter.WriteItem(json, item);
        else
            PlainJson.WriteItem(json, item);
    }));

    /// <summary>What the form of a new item shows first: the attributes of its key, without values.</summary>
    public static Item Empty(KeySchema key)
    {
        var item = new Item();
        foreach (var attribute in key.Attributes)
        {
            item[attribute.Name] = attribute.Type switch
            {
                AttributeType.S => new StringValue(""),
                AttributeType.N => new NumberValue(DynamoNumber.Zero),
                _ => new BinaryValue([]),
            };
        }
        return item;
    }

    /// <summary>Reads an item.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="isTyped">Whether the text is DynamoDB's typed JSON.</param>
    /// <param name="before">The item before the change.</param>
    /// <exception cref="DynamoDBException">The text is not an item. The message says why.</exception>
    public static Item Read(string text, bool isTyped, Item before)
    {
        try
        {
            using var document = JsonDocument.Parse(text, isTyped ? Typed : Plain);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
                throw DynamoDBException.Validation("An item is a JSON object.");
            return isTyped ? ReadTyped(document.RootElement) : ReadPlain(document.RootElement, before);
        }
        catch (JsonException exception)
        {
            throw DynamoDBException.Validation($"This is not JSON: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            throw DynamoDBException.Validation("A text holds half of a surrogate pair, such as \\ud800 by itself.");
        }
    }

    private static Item ReadPlain(JsonElement plain, Item before)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, ItemCodec.WriterOptions))
            TypedJson.WriteItem(json, plain, before);
        using var typed = JsonDocument.Parse(bytes.WrittenMemory, Typed);
        return ReadTyped(typed.RootElement);
    }

    private static Item ReadTyped(JsonElement typed)
    {
        Shapes.AttributeMap.CheckType(typed);
        return RequestValues.Item(typed);
    }
}
