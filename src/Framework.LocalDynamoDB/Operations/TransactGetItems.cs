using System.Text.Json;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class TransactGetItems(EngineState engine) : Operation(
    Required("TransactItems", new ListShape(new Structure(
        "TransactGetItem",
        Required("Get", new Structure(
            "Get",
            Shapes.Key,
            Shapes.TableName,
            Shapes.ProjectionExpression,
            Shapes.ExpressionAttributeNames)))
    { IsElement = true })
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(Transaction.MaxItems)],
    }),
    Shapes.ReturnConsumedCapacity)
{
    public override string Name => "TransactGetItems";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        ItemRead[] reads = [.. request.Elements("TransactItems").Select(item => ReadPart(item.GetProperty("Get")))];
        Transaction.Read(engine, reads, request, response, (index, item) =>
        {
            response.WritePropertyName("Item");
            reads[index].Write(response, item);
        });
    }

    private static ItemRead ReadPart(JsonElement get)
    {
        ParameterStyle.Check(get, ["ProjectionExpression"], []);
        return new(
            get.Text("TableName")!, RequestValues.Item(get.GetProperty("Key")), RequestExpressions.ParseProjection(get));
    }
}
