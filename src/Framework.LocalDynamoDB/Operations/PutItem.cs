using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class PutItem(EngineState engine) : ItemReplacement(
    engine,
    "Item",
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

    protected override void CheckValues(Item values) => RequestValues.CheckSize(values);

    protected override ItemWrite ToWrite(string tableName, Item values, WriteCondition condition) =>
        new PutWrite(tableName, StoredItem.From(values), condition);
}
