using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>Reads values of a request and refuses those that break DynamoDB's rules.</summary>
internal static class RequestValues
{
    /// <summary>Bytes of an item, names included (developer guide, "Quotas": 400 KB).</summary>
    public const int MaxItemSize = 400 * 1024;

    public static AttributeValue Value(JsonElement json) =>
        AttributeValueParser.Parse(json, out var value) is { } fault
            ? throw DynamoDBException.Validation(fault)
            : value;

    public static Item Item(JsonElement json) =>
        AttributeValueParser.ParseItem(json, out var item) is { } fault
            ? throw DynamoDBException.Validation(fault)
            : item;

    public static void CheckSize(Item item)
    {
        if (item.Size > MaxItemSize)
            throw DynamoDBException.Validation("Item size has exceeded the maximum allowed size");
    }
}
