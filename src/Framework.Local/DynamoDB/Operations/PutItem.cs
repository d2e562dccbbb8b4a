using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Validation;
using Framework.Local.DynamoDB.Values;
using Framework.Local.DynamoDB.Writes;

namespace Framework.Local.DynamoDB.Operations;

internal sealed class PutItem(Engine engine) : ItemReplacement(
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
