using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Wire;

/// <summary>Writes requests of batches and transactions: the members that tables set.</summary>
internal static class ManyRequestWriter
{
    public static void Write(Utf8JsonWriter json, BatchGetItemRequest request)
    {
        json.WriteStartObject("RequestItems");
        foreach (var (table, part) in request.RequestItems)
        {
            json.WriteStartObject(table);
            json.WriteStartArray("Keys");
            foreach (var key in part.Keys)
                json.WriteAttributes(key);
            json.WriteEndArray();
            json.WriteFlag("ConsistentRead", part.ConsistentRead);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, BatchWriteItemRequest request)
    {
        json.WriteStartObject("RequestItems");
        foreach (var (table, writes) in request.RequestItems)
        {
            json.WriteStartArray(table);
            foreach (var write in writes)
                Write(json, write);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, TransactGetItemsRequest request)
    {
        json.WriteStartArray("TransactItems");
        foreach (var item in request.TransactItems)
        {
            json.WriteStartObject();
            json.WriteStartObject("Get");
            json.WriteText("TableName", item.Get.TableName);
            json.WriteAttributes("Key", item.Get.Key);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, TransactWriteItemsRequest request)
    {
        json.WriteStartArray("TransactItems");
        foreach (var item in request.TransactItems)
        {
            json.WriteStartObject();
            Write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteText("ClientRequestToken", request.ClientRequestToken);
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    private static void Write(Utf8JsonWriter json, WriteRequest write)
    {
        json.WriteStartObject();
        json.WriteStartObject(write.PutRequest is null ? "DeleteRequest" : "PutRequest");
        json.WriteAttributes("Item", write.PutRequest?.Item);
        json.WriteAttributes("Key", write.DeleteRequest?.Key);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TransactWriteItem item)
    {
        json.WriteStartObject(item switch { { Put: not null } => "Put", { Update: not null } => "Update", { Delete: not null } => "Delete", _ => "ConditionCheck" });
        json.WriteText("TableName", item.Put?.TableName ?? item.Update?.TableName ?? item.Delete?.TableName ?? item.ConditionCheck?.TableName);
        json.WriteAttributes("Item", item.Put?.Item);
        json.WriteAttributes("Key", item.Update?.Key ?? item.Delete?.Key ?? item.ConditionCheck?.Key);
        json.WriteText("UpdateExpression", item.Update?.UpdateExpression);
        switch (item)
        {
            case { Put: { } put }:
                json.WriteCondition(put.ConditionExpression, put.ExpressionAttributeNames, put.ExpressionAttributeValues);
                json.WriteText("ReturnValuesOnConditionCheckFailure", put.ReturnValuesOnConditionCheckFailure);
                break;
            case { Update: { } update }:
                json.WriteCondition(update.ConditionExpression, update.ExpressionAttributeNames, update.ExpressionAttributeValues);
                json.WriteText("ReturnValuesOnConditionCheckFailure", update.ReturnValuesOnConditionCheckFailure);
                break;
            case { Delete: { } delete }:
                json.WriteCondition(delete.ConditionExpression, delete.ExpressionAttributeNames, delete.ExpressionAttributeValues);
                json.WriteText("ReturnValuesOnConditionCheckFailure", delete.ReturnValuesOnConditionCheckFailure);
                break;
            case { ConditionCheck: { } check }:
                json.WriteCondition(check.ConditionExpression, check.ExpressionAttributeNames, check.ExpressionAttributeValues);
                json.WriteText("ReturnValuesOnConditionCheckFailure", check.ReturnValuesOnConditionCheckFailure);
                break;
        }
        json.WriteEndObject();
    }
}
