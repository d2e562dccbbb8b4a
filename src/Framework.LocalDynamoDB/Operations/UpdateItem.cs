using System.Text.Json;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Writes;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class UpdateItem(EngineState engine) : Operation(
    Shapes.ReturnConsumedCapacity,
    Shapes.TableName,
    Shapes.ReturnItemCollectionMetrics,
    Shapes.ReturnValues,
    Shapes.Key,
    Shapes.ConditionalOperator,
    Shapes.Expected,
    Optional("AttributeUpdates", new MapShape("AttributeValueUpdate", new Structure(
        "AttributeValueUpdate",
        Optional("Action", Shapes.OneOf("ADD", "PUT", "DELETE")),
        Optional("Value", AttributeValueShape.Field))
    { IsElement = true })),
    Shapes.ConditionExpression,
    Shapes.UpdateExpression,
    Shapes.ReturnValuesOnConditionCheckFailure,
    Shapes.ExpressionAttributeValues,
    Shapes.ExpressionAttributeNames)
{
    public override string Name => "UpdateItem";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        ParameterStyle.Check(
            request, ["UpdateExpression", "ConditionExpression"], ["AttributeUpdates", "Expected"]);
        var key = RequestValues.Item(request.GetProperty("Key"));
        var attributeUpdates = AttributeUpdatesReader.Read(request);
        var expected = ExpectedReader.Read(request);
        var expressions = RequestExpressions.Parse(request);

        var write = new UpdateWrite(
            request.Text("TableName")!, key, expressions.Update ?? attributeUpdates ?? [],
            WriteCondition.Read(request, expressions.Condition ?? expected))
        {
            IsLegacy = attributeUpdates is not null,
        };

        var result = engine.Writer.Write(write);
        WriteResponse.Write(response, request, result, write.Actions.Select(action => action.Path));
    }
}
