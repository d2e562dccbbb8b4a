using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Wire;

/// <summary>Reads responses of batches and transactions: the members that tables use.</summary>
internal static class ManyResponseReader
{
    public static BatchGetItemResponse BatchGetItem(ref Utf8JsonReader json)
    {
        var response = new BatchGetItemResponse();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("Responses"u8))
                response.Responses = json.Member(static (ref Utf8JsonReader map) => map.Map(Items));
            else if (json.ValueTextEquals("UnprocessedKeys"u8))
                response.UnprocessedKeys = json.Member(static (ref Utf8JsonReader map) => map.Map(Keys));
            else if (json.ValueTextEquals("ConsumedCapacity"u8))
                response.ConsumedCapacity = json.Member(Capacities);
            else
                json.SkipMember();
        }
        return response;
    }

    public static BatchWriteItemResponse BatchWriteItem(ref Utf8JsonReader json)
    {
        var response = new BatchWriteItemResponse();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("UnprocessedItems"u8))
                response.UnprocessedItems = json.Member(static (ref Utf8JsonReader map) => map.Map(Writes));
            else if (json.ValueTextEquals("ConsumedCapacity"u8))
                response.ConsumedCapacity = json.Member(Capacities);
            else
                json.SkipMember();
        }
        return response;
    }

    public static TransactGetItemsResponse TransactGetItems(ref Utf8JsonReader json)
    {
        var response = new TransactGetItemsResponse();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("Responses"u8))
                response.Responses = json.Member(static (ref Utf8JsonReader list) => list.List(Item));
            else if (json.ValueTextEquals("ConsumedCapacity"u8))
                response.ConsumedCapacity = json.Member(Capacities);
            else
                json.SkipMember();
        }
        return response;
    }

    public static TransactWriteItemsResponse TransactWriteItems(ref Utf8JsonReader json) =>
        new() { ConsumedCapacity = BatchWriteItem(ref json).ConsumedCapacity };

    private static List<Dictionary<string, AttributeValue>> Items(ref Utf8JsonReader json) => AttributeReader.Items(ref json) ?? [];

    private static List<ConsumedCapacity>? Capacities(ref Utf8JsonReader json) =>
        json.List(static (ref Utf8JsonReader part) => ResponseReader.Capacity(ref part) ?? new());

    private static KeysAndAttributes Keys(ref Utf8JsonReader json)
    {
        var keys = new KeysAndAttributes();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("Keys"u8))
                keys.Keys = json.Member(Items);
            else
                json.SkipMember();
        }
        return keys;
    }

    private static List<WriteRequest> Writes(ref Utf8JsonReader json) => json.List(Write) ?? [];

    private static WriteRequest Write(ref Utf8JsonReader json)
    {
        var write = new WriteRequest();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("PutRequest"u8))
                write.PutRequest = new(json.Member(Only));
            else if (json.ValueTextEquals("DeleteRequest"u8))
                write.DeleteRequest = new(json.Member(Only));
            else
                json.SkipMember();
        }
        return write;
    }

    private static ItemResponse Item(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null
        ? new()
        : new() { Item = Only(ref json) };

    // The one member of an object.
    private static Dictionary<string, AttributeValue>? Only(ref Utf8JsonReader json)
    {
        Dictionary<string, AttributeValue>? attributes = null;
        while (json.NextMember())
            attributes = json.Member(AttributeReader.Attributes);
        return attributes;
    }
}
