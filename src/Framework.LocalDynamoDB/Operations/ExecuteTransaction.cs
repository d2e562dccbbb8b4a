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

internal sealed class ExecuteTransaction(EngineState engine) : Operation(
    Required("TransactStatements", new ListShape(new Structure(
        "ParameterizedStatement",
        StatementShapes.Statement,
        StatementShapes.Parameters,
        Shapes.ReturnValuesOnConditionCheckFailure)
    { IsElement = true })
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(Transaction.MaxItems)],
    }),
    Transaction.Token,
    Shapes.ReturnConsumedCapacity)
{
    public override string Name => "ExecuteTransaction";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        (JsonElement Request, Statement Statement)[] parts =
            [.. request.Elements("TransactStatements").Select(part => (part, StatementShapes.Read(part)))];
        SelectStatement[] selects = [.. parts.Select(part => part.Statement).OfType<SelectStatement>()];
        if (selects.Length == parts.Length)
            Read(selects, request, response);
        else if (selects.Length == 0)
            Write(
                [.. parts.Select(part => StatementWrite.Of(
                    part.Statement, engine.Catalog, StatementShapes.ReturnsItem(part.Request)))],
                request, response);
        else
            throw DynamoDBException.Validation(
                "ExecuteTransaction API does not support both read and write operations in the same request.");
    }

    private void Read(SelectStatement[] selects, JsonElement request, Utf8JsonWriter response)
    {
        ItemRead[] reads = [.. selects.Select((select, index) => ReadOf(select, index))];
        Transaction.Read(engine, reads, request, response, (index, item) =>
        {
            if (SingleRead.Selected(selects[index], item) is not { } selected)
                return;
            response.WritePropertyName("Item");
            AttributeValueWriter.WriteItem(response, selected);
        });
    }

    private ItemRead ReadOf(SelectStatement select, int index)
    {
        var table = engine.Catalog.Get(select.TableName);
        try
        {
            return SingleRead.Of(select, table, Name);
        }
        catch (DynamoDBException exception) when (exception.IsValidation)
        {
            throw DynamoDBException.Validation($"Validation failed in TransactStatements[{index}]: {exception.Message}");
        }
    }

    private void Write(ItemWrite[] writes, JsonElement request, Utf8JsonWriter response)
    {
        var results = Transaction.Write(engine, writes, request, "TransactStatements");
        response.WriteStartObject();
        response.WriteStartArray("Responses");
        response.WriteEndArray();
        ConsumedCapacity.WriteAll(
            response, request.Text("ReturnConsumedCapacity"), WriteCapacity.Of(results, factor: 2), "WriteCapacityUnits");
        response.WriteEndObject();
    }
}
