using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class DeleteItem(EngineState engine) : ItemReplacement(
    engine,
    "Key",
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

    protected override ItemWrite ToWrite(string tableName, Item values, WriteCondition condition) =>
        new DeleteWrite(tableName, values, condition);
}
