using System.Text.Json;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class Scan(EngineState engine) : PagedRead(
    engine,
    Shapes.Select,
    Shapes.IndexName,
    Optional("TotalSegments", new NumberShape("Integer")
    {
        Constraints = [Constraint.AtLeast(1), Constraint.AtMost(MaxSegments)],
    }),
    Shapes.ReturnConsumedCapacity,
    Shapes.TableName,
    Shapes.ConditionalOperator,
    Shapes.Conditions("ScanFilter"),
    Optional("Segment", new NumberShape("Integer")
    {
        Constraints = [Constraint.AtLeast(0), Constraint.AtMost(MaxSegments - 1)],
    }),
    Shapes.Limit,
    Shapes.AttributesToGet,
    Shapes.ExclusiveStartKey,
    Shapes.ConsistentRead,
    Shapes.FilterExpression,
    Shapes.ProjectionExpression,
    Shapes.ExpressionAttributeValues,
    Shapes.ExpressionAttributeNames)
{
    // Limit: API reference, Scan.
    private const int MaxSegments = 1_000_000;

    public override string Name => "Scan";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        ParameterStyle.Check(
            request,
            ["ProjectionExpression", "FilterExpression"],
            ["AttributesToGet", "ScanFilter", "ConditionalOperator"]);
        var attributesToGet = AttributesToGet.Read(request);
        var scanFilter = ConditionReader.Read(request, "ScanFilter");
        var start = StartKey.Read(request);
        var segment = ReadSegment(request);
        var expressions = RequestExpressions.Parse(request);
        SelectRules.Check(request);

        var source = FindSource(request);
        CheckStart(source, start, request.Text("Select"), segment);
        var projection = expressions.Projection ?? attributesToGet;
        KeyRules.CheckPaths(source.Table, projection ?? []);
        var filter = expressions.Filter
            ?? AttributeCondition.Join(scanFilter ?? [], request.Text("ConditionalOperator"));
        if (filter is not null)
            KeyRules.CheckPaths(source.Table, ConditionPaths.Of(filter));
        SelectRules.CheckProjected(source, filter, projection);

        WritePage(source, ToCursor(source, start, segment), new(request, filter, projection), response);
    }

    private static Segment ReadSegment(JsonElement request)
    {
        var (segment, total) = (request.Whole("Segment"), request.Whole("TotalSegments"));
        if (segment is not null && total is null)
            throw DynamoDBException.Validation("The TotalSegments parameter is required "
                + "but was not present in the request when Segment parameter is present");
        if (total is not null && segment is null)
            throw DynamoDBException.Validation("The Segment parameter is required "
                + "but was not present in the request when parameter TotalSegments is present");
        if (segment >= total)
            throw DynamoDBException.Validation(
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                + $"Segment: {segment} is not less than TotalSegments: {total}");
        return new((int)(segment ?? 0), (int)(total ?? 1));
    }

    private static void CheckStart(Source source, Item? start, string? select, Segment segment)
    {
        if (start is not null && start.Count != source.PositionNames.Count)
            throw DynamoDBException.Validation("The provided starting key is invalid"
                + (source.Index is null ? ": The provided key element does not match the schema" : ""));
        if (start is not null && source.Index is not null)
            StartKey.CheckIndexPart(source, start);
        SelectRules.CheckAllAttributes(source, select);
        if (start is null)
            return;
        StartKey.CheckTablePart(source.Table, start);
        if (!segment.Contains(source.Locate(start)[0]))
            throw DynamoDBException.Validation(
                "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with "
                + $"correct Segment. TotalSegments: {segment.Total} Segment: {segment.Number}");
    }

    private static Cursor ToCursor(Source source, Item? start, Segment segment)
    {
        var cursor = new Cursor(source);
        if (start is not null)
            cursor.After(source.Locate(start), withinPartition: false);
        else if (segment.Number > 0)
            cursor.Where("hash", ">=", segment.Start);
        if (segment.End is { } end)
            cursor.Where("hash", "<", end);
        return cursor;
    }
}
