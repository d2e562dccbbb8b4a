using System.Text.Json;
using Framework.Local.DynamoDB.Expressions;
using Framework.Local.DynamoDB.Expressions.Syntax;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Reads;
using Framework.Local.DynamoDB.Storage;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Validation;
using Framework.Local.DynamoDB.Values;
using Framework.Local.DynamoDB.Writes;
using static Framework.Local.DynamoDB.Validation.Member;

namespace Framework.Local.DynamoDB.Operations;

internal sealed class TransactGetItems(Engine engine) : Operation(
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
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(TransactWriteItems.MaxItems)],
    }),
    Shapes.ReturnConsumedCapacity)
{
    public override string Name => "TransactGetItems";

    protected override ValueTask ExecuteAsync(JsonElement request, Utf8JsonWriter reply)
    {
        Get[] gets = [.. request.Elements("TransactItems").Select(item => Get.Read(item.GetProperty("Get")))];
        foreach (var get in gets)
            engine.Catalog.Get(get.TableName);
        Check(gets);

        var items = engine.Database.Read(session => ReadAll(session, gets));
        if (items.Sum(item => (long)(item?.Size ?? 0)) > TransactWriteItems.MaxSize)
            throw DynamoDBException.Validation("Transaction size exceeded limit. The limit is 4 MB");
        reply.WriteStartObject();
        reply.WriteStartArray("Responses");
        foreach (var (get, item) in gets.Zip(items))
        {
            reply.WriteStartObject();
            if (item is not null)
            {
                reply.WritePropertyName("Item");
                PointRead.WriteItem(reply, item, get.Projection);
            }

            reply.WriteEndObject();
        }

        reply.WriteEndArray();
        ConsumedCapacity.WriteAll(
            reply, request.Text("ReturnConsumedCapacity"), Capacities(gets, items), "ReadCapacityUnits");
        reply.WriteEndObject();
        return ValueTask.CompletedTask;
    }

    private void Check(Get[] gets)
    {
        var reasons = new CancellationReasons(gets.Length);
        var seen = new HashSet<(string, ItemKey)>();
        for (var i = 0; i < gets.Length; i++)
        {
            var get = gets[i];
            var table = engine.Catalog.Get(get.TableName);
            reasons.Try(i, () =>
            {
                KeyRules.CheckKey(table.Key, get.Key);
                KeyRules.CheckPaths(table, get.Projection ?? []);
            });
            if (!reasons.Failed(i) && !seen.Add((table.Name, table.Locate(get.Key))))
                throw DynamoDBException.Validation(
                    "Transaction request cannot include multiple operations on one item");
        }

        reasons.ThrowIfAny();
    }

    private List<StoredItem?> ReadAll(Session session, Get[] gets)
    {
        // One snapshot for all of them.
        session.Prepare("SAVEPOINT snapshot").Run();
        try
        {
            return [.. gets.Select(get =>
            {
                var table = engine.Catalog.Get(get.TableName);
                return table.Get(session, table.Locate(get.Key));
            })];
        }
        finally
        {
            session.Prepare("RELEASE snapshot").Run();
        }
    }

    private static IEnumerable<ConsumedCapacity> Capacities(Get[] gets, List<StoredItem?> items) =>
        gets.Zip(items).GroupBy(pair => pair.First.TableName).Select(group => new ConsumedCapacity(group.Key)
        {
            // A transactional read costs twice a consistent one.
            Table = group.Sum(pair => 2 * ConsumedCapacity.Read(Math.Max(1, pair.Second?.Size ?? 0), true)),
        });

    private sealed record Get(string TableName, Item Key, IReadOnlyList<DocumentPath>? Projection)
    {
        public static Get Read(JsonElement get)
        {
            ParameterStyle.Check(get, ["ProjectionExpression"], []);
            return new(
                get.Text(nameof(TableName))!, RequestValues.Item(get.GetProperty(nameof(Key))),
                RequestExpressions.Parse(get).Projection);
        }
    }
}
