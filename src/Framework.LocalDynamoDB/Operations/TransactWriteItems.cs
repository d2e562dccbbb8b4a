using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Writes;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class TransactWriteItems(EngineState engine) : Operation(
    Required("TransactItems", new ListShape(new Structure(
        "TransactWriteItem",
        Optional("ConditionCheck", new Structure(
            "ConditionCheck", Shapes.Key, Shapes.TableName,
            Required("ConditionExpression", Shapes.Text), Shapes.ExpressionAttributeNames,
            Shapes.ExpressionAttributeValues, Shapes.ReturnValuesOnConditionCheckFailure)),
        Optional("Put", new Structure(
            "Put", Shapes.Item, Shapes.TableName, Shapes.ConditionExpression, Shapes.ExpressionAttributeNames,
            Shapes.ExpressionAttributeValues, Shapes.ReturnValuesOnConditionCheckFailure)),
        Optional("Delete", new Structure(
            "Delete", Shapes.Key, Shapes.TableName, Shapes.ConditionExpression, Shapes.ExpressionAttributeNames,
            Shapes.ExpressionAttributeValues, Shapes.ReturnValuesOnConditionCheckFailure)),
        Optional("Update", new Structure(
            "Update", Shapes.Key, Required("UpdateExpression", Shapes.Text), Shapes.TableName,
            Shapes.ConditionExpression, Shapes.ExpressionAttributeNames, Shapes.ExpressionAttributeValues,
            Shapes.ReturnValuesOnConditionCheckFailure)))
    { IsElement = true })
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(Transaction.MaxItems)],
    }),
    Shapes.ReturnConsumedCapacity,
    Shapes.ReturnItemCollectionMetrics,
    Transaction.Token)
{
    public override string Name => "TransactWriteItems";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        ItemWrite[] writes = [.. request.Elements("TransactItems").Select(ReadPart)];
        var results = Transaction.Write(engine, writes, request, "TransactItems");
        response.WriteStartObject();
        ConsumedCapacity.WriteAll(
            response, request.Text("ReturnConsumedCapacity"), WriteCapacity.Of(results, factor: 2), "WriteCapacityUnits");
        response.WriteEndObject();
    }

    private static ItemWrite ReadPart(JsonElement part)
    {
        string[] kinds = [.. ((string[])["ConditionCheck", "Put", "Delete", "Update"])
            .Where(name => part.Member(name) is not null)];
        if (kinds.Length > 1)
            throw DynamoDBException.Validation(
                "TransactItems can only contain one of Check, Put, Update or Delete");
        if (kinds.Length == 0)
            throw DynamoDBException.Validation(
                "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
        return TransactionPart.Read(kinds[0], part.GetProperty(kinds[0]));
    }
}
