using System.Text.Json;
using Framework.Local.DynamoDB.Expressions.Syntax;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Validation;

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

    public static StoredItem Sized(Item item)
    {
        CheckSize(item);
        return StoredItem.From(item);
    }

    public static void CheckSize(Item item)
    {
        if (item.Size > MaxItemSize)
            throw DynamoDBException.Validation("Item size has exceeded the maximum allowed size");
    }

    public static IReadOnlyList<DocumentPath>? AttributesToGet(JsonElement request)
    {
        if (request.Member("AttributesToGet") is null)
            return null;
        string[] names = [.. request.Elements("AttributesToGet").Select(name => name.GetString()!)];
        foreach (var name in names)
            if (AttributeValueParser.FaultOf(name) is { } fault)
                throw DynamoDBException.Validation(fault);
        var repeated = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        return repeated is null
            ? [.. names.Select(DocumentPath.Of)]
            : throw DynamoDBException.Validation(
                $"One or more parameter values were invalid: Duplicate value in attribute name: {repeated.Key}");
    }
}
