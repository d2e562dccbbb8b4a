using System.Text.Json;
using Framework.Local.DynamoDB.Expressions;
using Framework.Local.DynamoDB.Expressions.Legacy;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Validation;
using Framework.Local.DynamoDB.Writes;

namespace Framework.Local.DynamoDB.Operations;

internal sealed class DeleteItem(Engine engine) : Operation(
    Shapes.ReturnConsumedCapacity,
    Shapes.TableName,
    Shapes.ReturnValues,
    Shapes.ReturnItemCollectionMetrics,
    Shapes.Key,
    Shapes.ConditionalOperator,
    Shapes.Expected,
    Shapes.ConditionExpression,
    Shapes.ReturnValuesOnConditionCheckFailure,
    Shapes.ExpressionAttributeValues,
    Shapes.ExpressionAttributeNames)
{
    public override string Name => "DeleteItem";

    protected override async ValueTask ExecuteAsync(JsonElement request, Utf8JsonWriter reply)
    {
        ParameterStyle.Check(request, ["ConditionExpression"], ["Expected"]);
        var key = RequestValues.Item(request.GetProperty("Key"));
        WriteReply.RequireOldOrNone(request);
        var expected = ExpectedReader.Read(request);
        var expressions = RequestExpressions.Parse(request);

        var result = await engine.Writer.WriteAsync(new DeleteWrite(request.Text("TableName")!, key)
        {
            Condition = expressions.Condition ?? expected,
            ReturnsItemOnFailure = WriteReply.ReturnsItemOnFailure(request),
        });
        WriteReply.Write(reply, request, result);
    }
}
