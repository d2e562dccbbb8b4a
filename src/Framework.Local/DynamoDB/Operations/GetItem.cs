using System.Text.Json;
using Framework.Local.DynamoDB.Expressions;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Reads;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Validation;

namespace Framework.Local.DynamoDB.Operations;

internal sealed class GetItem(Engine engine) : Operation(
    Shapes.ReturnConsumedCapacity,
    Shapes.AttributesToGet,
    Shapes.TableName,
    Shapes.Key,
    Shapes.ConsistentRead,
    Shapes.ProjectionExpression,
    Shapes.ExpressionAttributeNames)
{
    public override string Name => "GetItem";

    protected override ValueTask ExecuteAsync(JsonElement request, Utf8JsonWriter reply)
    {
        ParameterStyle.Check(request, ["ProjectionExpression"], ["AttributesToGet"]);
        var key = RequestValues.Item(request.GetProperty("Key"));
        var attributesToGet = PointRead.ToPaths(RequestValues.AttributesToGet(request));
        var projection = RequestExpressions.Parse(request).Projection ?? attributesToGet;

        var table = engine.Catalog.Get(request.Text("TableName")!);
        KeyRules.CheckKey(table.Key, key);
        KeyRules.CheckPaths(table, projection ?? []);
        var item = engine.Database.Read(session => table.Get(session, table.Locate(key)));

        reply.WriteStartObject();
        if (item is not null)
        {
            reply.WritePropertyName("Item");
            PointRead.WriteItem(reply, item, projection);
        }

        if (request.Text("ReturnConsumedCapacity") is { } mode)
            ConsumedCapacity.Write(reply, mode, new ConsumedCapacity(table.Name)
            {
                Table = ConsumedCapacity.Read(Math.Max(1, item?.Size ?? 0), request.Flag("ConsistentRead") == true),
            });
        reply.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
