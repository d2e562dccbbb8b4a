using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.PartiQL;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;
using Framework.LocalDynamoDB.Writes;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class ExecuteStatement(EngineState engine) : Operation(
    StatementShapes.Statement,
    StatementShapes.Parameters,
    Shapes.ConsistentRead,
    Optional("NextToken", new StringShape { Constraints = [Constraint.MinLength(1), Constraint.MaxLength(32768)] }),
    Shapes.ReturnConsumedCapacity,
    Shapes.Limit,
    Shapes.ReturnValuesOnConditionCheckFailure)
{
    public override string Name => "ExecuteStatement";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        switch (StatementShapes.Read(request))
        {
            case SelectStatement select:
                Select(select, request, response);
                break;
            case ExistsStatement:
                throw DynamoDBException.Validation("EXISTS can only be used in ExecuteTransaction write requests.");
            case var change:
                Write(change, request, response);
                break;
        }
    }

    private void Select(SelectStatement select, JsonElement request, Utf8JsonWriter response)
    {
        var isConsistent = request.Flag("ConsistentRead") == true;
        var source = Source.Find(engine.Catalog.Get(select.TableName), select.IndexName, isConsistent);
        var plan = new SelectPlan(source, select);
        var statement = request.Text("Statement")!;
        (int, Item)? begin = request.Text("NextToken") is { } token
            ? NextToken.Read(token, statement, plan.Count, source.PositionNames)
            : null;
        var page = new SelectPage(source, select, plan, request.Whole("Limit") ?? long.MaxValue);
        engine.Database.Read(session =>
        {
            page.Read(session, begin);
            return true;
        });

        response.WriteStartObject();
        response.WriteStartArray("Items");
        foreach (var item in page.Items)
            AttributeValueWriter.WriteItem(response, item);
        response.WriteEndArray();
        if (page.End is { } end)
        {
            response.WriteString("NextToken", NextToken.Write(statement, end.Walk, end.Key));
            response.WritePropertyName("LastEvaluatedKey");
            AttributeValueWriter.WriteItem(response, end.Key);
        }
        ConsumedCapacity.Write(response, request.Text("ReturnConsumedCapacity"), page.Capacity(isConsistent));
        response.WriteEndObject();
    }

    private void Write(Statement statement, JsonElement request, Utf8JsonWriter response)
    {
        var result = engine.Writer.Write(StatementWrite.Of(statement, engine.Catalog, StatementShapes.ReturnsItem(request)));
        response.WriteStartObject();
        response.WriteStartArray("Items");
        if (Returned(statement, result) is { Count: > 0 } item)
            AttributeValueWriter.WriteItem(response, item);
        response.WriteEndArray();
        ConsumedCapacity.Write(response, request.Text("ReturnConsumedCapacity"), WriteCapacity.Of(result));
        response.WriteEndObject();
    }

    /// <summary>What the RETURNING clause of a statement asks for.</summary>
    internal static Item? Returned(Statement statement, WriteResult result) => statement switch
    {
        UpdateStatement { Returning: "ALL_OLD" } or DeleteStatement { ReturnsOld: true } => result.Before?.Item,
        UpdateStatement { Returning: "ALL_NEW" } => result.After?.Item,
        UpdateStatement { Returning: "UPDATED_OLD" } update => Updated(update, result.Before?.Item),
        UpdateStatement { Returning: "UPDATED_NEW" } update => Updated(update, result.After?.Item),
        _ => null,
    };

    // The whole attributes, even where only a part of one changed.
    private static Item? Updated(UpdateStatement update, Item? item) => item?.Only(update.Actions.Select(action => action.Path.Head));
}
