using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Tables;
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
        Transaction.Check(engine.Catalog, reads);
        var items = engine.Database.Read(session =>
            reads.Select(read => read.Run(session, engine.Catalog.Get(read.TableName))).ToList());
        Transaction.CheckSize(items.Sum(item => (long)(item?.Size ?? 0)));

        response.WriteStartObject();
        response.WriteStartArray("Responses");
        foreach (var (read, item) in reads.Zip(items))
        {
            response.WriteStartObject();
            if (item is not null)
            {
                response.WritePropertyName("Item");
                read.Write(response, item);
            }

            response.WriteEndObject();
        }

        response.WriteEndArray();
        ConsumedCapacity.WriteAll(
            response, request.Text("ReturnConsumedCapacity"), Capacities(reads, items), "ReadCapacityUnits");
        response.WriteEndObject();
    }

    private static ItemRead ReadPart(JsonElement get)
    {
        ParameterStyle.Check(get, ["ProjectionExpression"], []);
        return new(
            get.Text("TableName")!, RequestValues.Item(get.GetProperty("Key")), RequestExpressions.ParseProjection(get));
    }

    internal static IEnumerable<ConsumedCapacity> Capacities(ItemRead[] reads, List<StoredItem?> items) =>
        reads.Zip(items).GroupBy(pair => pair.First.TableName).Select(group => new ConsumedCapacity(group.Key)
        {
            // A transactional read costs twice a consistent one.
            Table = group.Sum(pair => 2 * ItemRead.Units(pair.Second, isConsistent: true)),
        });
}
