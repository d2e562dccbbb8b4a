using System.Text.Json;
using Framework.Local.DynamoDB.Expressions;
using Framework.Local.DynamoDB.Expressions.Legacy;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Validation;
using Framework.Local.DynamoDB.Writes;

namespace Framework.Local.DynamoDB.Operations;

internal sealed class PutItem(Engine engine) : Operation(
    Shapes.ReturnConsumedCapacity,
    Shapes.TableName,
    Shapes.Item,
    Shapes.ConditionalOperator,
    Shapes.Expected,
    Shapes.ReturnValues,
    Shapes.ReturnItemCollectionMetrics,
    Shapes.ConditionExpression,
    Shapes.ReturnValuesOnConditionCheckFailure,
    Shapes.ExpressionAttributeValues,
    Shapes.ExpressionAttributeNames)
{
    public override string Name => "PutItem";

    protected override async ValueTask ExecuteAsync(JsonElement request, Utf8JsonWriter reply)
    {
        ParameterStyle.Check(request, ["ConditionExpression"], ["Expected"]);
        var item = RequestValues.Item(request.GetProperty("Item"));
        WriteReply.RequireOldOrNone(request);
        var stored = RequestValues.Sized(item);
        var expected = ExpectedReader.Read(request);
        var expressions = RequestExpressions.Parse(request);

        var result = await engine.Writer.WriteAsync(new PutWrite(request.Text("TableName")!, stored)
        {
            Condition = expressions.Condition ?? expected,
            ReturnsItemOnFailure = WriteReply.ReturnsItemOnFailure(request),
        });
        WriteReply.Write(reply, request, result);
    }
}
