using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Wire;

/// <summary>Writes requests: the members that tables set.</summary>
internal static class RequestWriter
{
    public static void Write(Utf8JsonWriter json, GetItemRequest request)
    {
        json.WriteText("TableName", request.TableName);
        json.WriteAttributes("Key", request.Key);
        json.WriteFlag("ConsistentRead", request.ConsistentRead);
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, QueryRequest request)
    {
        json.WriteText("TableName", request.TableName);
        json.WriteText("IndexName", request.IndexName);
        json.WriteText("KeyConditionExpression", request.KeyConditionExpression);
        json.WriteText("FilterExpression", request.FilterExpression);
        json.WriteText("ProjectionExpression", request.ProjectionExpression);
        json.WriteNames(request.ExpressionAttributeNames);
        json.WriteAttributes("ExpressionAttributeValues", request.ExpressionAttributeValues);
        json.WriteAttributes("ExclusiveStartKey", request.ExclusiveStartKey);
        json.WriteNumber("Limit", request.Limit);
        json.WriteText("Select", request.Select);
        json.WriteFlag("ScanIndexForward", request.ScanIndexForward);
        json.WriteFlag("ConsistentRead", request.ConsistentRead);
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, ScanRequest request)
    {
        json.WriteText("TableName", request.TableName);
        json.WriteNumber("Segment", request.Segment);
        json.WriteNumber("TotalSegments", request.TotalSegments);
        json.WriteText("FilterExpression", request.FilterExpression);
        json.WriteNames(request.ExpressionAttributeNames);
        json.WriteAttributes("ExpressionAttributeValues", request.ExpressionAttributeValues);
        json.WriteAttributes("ExclusiveStartKey", request.ExclusiveStartKey);
        json.WriteFlag("ConsistentRead", request.ConsistentRead);
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, PutItemRequest request)
    {
        json.WriteText("TableName", request.TableName);
        json.WriteAttributes("Item", request.Item);
        json.WriteCondition(request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        json.WriteText("ReturnValuesOnConditionCheckFailure", request.ReturnValuesOnConditionCheckFailure);
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, UpdateItemRequest request)
    {
        json.WriteText("TableName", request.TableName);
        json.WriteAttributes("Key", request.Key);
        json.WriteText("UpdateExpression", request.UpdateExpression);
        json.WriteCondition(request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        json.WriteText("ReturnValues", request.ReturnValues);
        json.WriteText("ReturnValuesOnConditionCheckFailure", request.ReturnValuesOnConditionCheckFailure);
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }

    public static void Write(Utf8JsonWriter json, DeleteItemRequest request)
    {
        json.WriteText("TableName", request.TableName);
        json.WriteAttributes("Key", request.Key);
        json.WriteCondition(request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        json.WriteText("ReturnValuesOnConditionCheckFailure", request.ReturnValuesOnConditionCheckFailure);
        json.WriteText("ReturnConsumedCapacity", request.ReturnConsumedCapacity);
    }
}
