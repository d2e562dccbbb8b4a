using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Wire;

/// <summary>Reads responses: the members that tables use.</summary>
internal static class ResponseReader
{
    public static GetItemResponse GetItem(ref Utf8JsonReader json)
    {
        var response = new GetItemResponse();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("Item"u8))
                response.Item = json.Member(AttributeReader.Attributes);
            else if (json.ValueTextEquals("ConsumedCapacity"u8))
                response.ConsumedCapacity = json.Member(Capacity);
            else
                json.SkipMember();
        }
        return response;
    }

    public static QueryResponse Query(ref Utf8JsonReader json)
    {
        var response = new QueryResponse();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("Items"u8))
                response.Items = json.Member(AttributeReader.Items);
            else if (json.ValueTextEquals("Count"u8))
                response.Count = json.Member(Number);
            else if (json.ValueTextEquals("LastEvaluatedKey"u8))
                response.LastEvaluatedKey = json.Member(AttributeReader.Attributes);
            else if (json.ValueTextEquals("ConsumedCapacity"u8))
                response.ConsumedCapacity = json.Member(Capacity);
            else
                json.SkipMember();
        }
        return response;
    }

    public static ScanResponse Scan(ref Utf8JsonReader json)
    {
        var page = Query(ref json);
        return new()
        {
            Items = page.Items,
            Count = page.Count,
            LastEvaluatedKey = page.LastEvaluatedKey,
            ConsumedCapacity = page.ConsumedCapacity,
        };
    }

    public static PutItemResponse PutItem(ref Utf8JsonReader json) => new() { ConsumedCapacity = Update(ref json).ConsumedCapacity };

    public static UpdateItemResponse UpdateItem(ref Utf8JsonReader json) => Update(ref json);

    public static DeleteItemResponse DeleteItem(ref Utf8JsonReader json) => new() { ConsumedCapacity = Update(ref json).ConsumedCapacity };

    public static ConsumedCapacity? Capacity(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        var capacity = new ConsumedCapacity();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("CapacityUnits"u8))
                capacity.CapacityUnits = json.Member(static (ref Utf8JsonReader units) => units.GetDouble());
            else
                json.SkipMember();
        }
        return capacity;
    }

    private static UpdateItemResponse Update(ref Utf8JsonReader json)
    {
        var response = new UpdateItemResponse();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("Attributes"u8))
                response.Attributes = json.Member(AttributeReader.Attributes);
            else if (json.ValueTextEquals("ConsumedCapacity"u8))
                response.ConsumedCapacity = json.Member(Capacity);
            else
                json.SkipMember();
        }
        return response;
    }

    private static int Number(ref Utf8JsonReader json) => json.GetInt32();
}
