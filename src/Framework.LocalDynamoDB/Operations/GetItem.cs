using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class GetItem(EngineState engine) : Operation(
    Shapes.ReturnConsumedCapacity,
    Shapes.AttributesToGet,
    Shapes.TableName,
    Shapes.Key,
    Shapes.ConsistentRead,
    Shapes.ProjectionExpression,
    Shapes.ExpressionAttributeNames)
{
    public override string Name => "GetItem";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        ParameterStyle.Check(request, ["ProjectionExpression"], ["AttributesToGet"]);
        var read = new ItemRead(
            request.Text("TableName")!, RequestValues.Item(request.GetProperty("Key")), ItemRead.ReadProjection(request));
        var table = engine.Catalog.Get(read.TableName);
        read.Check(table);

        var item = engine.Database.Read(session => read.Run(session, table));
        response.WriteStartObject();
        if (item is not null)
        {
            response.WritePropertyName("Item");
            read.Write(response, item);
        }

        if (request.Text("ReturnConsumedCapacity") is { } mode)
            ConsumedCapacity.Write(response, mode, new ConsumedCapacity(read.TableName)
            {
                Table = ItemRead.Units(item, request.Flag("ConsistentRead") == true),
            });
        response.WriteEndObject();
    }
}
