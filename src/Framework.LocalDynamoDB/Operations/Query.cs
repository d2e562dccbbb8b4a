using System.Text.Json;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class Query(EngineState engine) : PagedRead(
    engine,
    Shapes.Select,
    Shapes.IndexName,
    Shapes.ReturnConsumedCapacity,
    Shapes.Conditions("QueryFilter"),
    Shapes.TableName,
    Shapes.ConditionalOperator,
    Shapes.AttributesToGet,
    Shapes.Limit,
    Shapes.Conditions("KeyConditions"),
    Shapes.ExclusiveStartKey,
    Shapes.ConsistentRead,
    Optional("ScanIndexForward", Shapes.Flag),
    Optional("KeyConditionExpression", Shapes.Text),
    Shapes.FilterExpression,
    Shapes.ProjectionExpression,
    Shapes.ExpressionAttributeValues,
    Shapes.ExpressionAttributeNames)
{
    public override string Name => "Query";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        ParameterStyle.Check(
            request,
            ["ProjectionExpression", "FilterExpression", "KeyConditionExpression"],
            ["AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions"]);
        var queryFilter = ConditionReader.Read(request, "QueryFilter");
        var attributesToGet = AttributesToGet.Read(request);
        var start = StartKey.Read(request);
        if (request.Member("KeyConditions") is null && request.Member("KeyConditionExpression") is null)
            throw DynamoDBException.Validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        var expressions = RequestExpressions.Parse(request);
        var keys = ReadKeyConditions(request, expressions);
        SelectRules.Check(request);

        var source = FindSource(request);
        var plan = new QueryPlan(source, keys, start, request.Flag("ScanIndexForward") == false);
        plan.Check();
        var projection = expressions.Projection ?? attributesToGet;
        KeyRules.CheckPaths(source.Table, projection ?? []);
        var filter = expressions.Filter
            ?? AttributeCondition.Join(queryFilter ?? [], request.Text("ConditionalOperator"));
        if (filter is not null)
            plan.RefuseKeyAttributes(filter, queryFilter is null ? "Filter Expression" : "QueryFilter");
        SelectRules.CheckAllAttributes(source, request.Text("Select"));
        if (filter is not null)
            KeyRules.CheckPaths(source.Table, ConditionPaths.Of(filter));
        SelectRules.CheckProjected(source, filter, projection);

        WritePage(source, plan.ToCursor(), new(request, filter, projection), response);
    }

    private static Dictionary<string, AttributeCondition> ReadKeyConditions(
        JsonElement request, RequestExpressions expressions)
    {
        Dictionary<string, AttributeCondition> keys;
        if (expressions.KeyCondition is { } condition)
        {
            keys = KeyConditionReader.Read(condition);
            foreach (var key in keys.Values)
                ConditionRules.Check(key);
        }
        else
        {
            keys = ConditionReader.Read(request, "KeyConditions")!;
        }

        // Only an index may have a key of more attributes, and that is checked later.
        return keys.Count > 0 && (keys.Count <= QueryPlan.MaxConditions || request.Text("IndexName") is not null)
            ? keys
            : throw QueryPlan.TooManyConditions();
    }
}
