using System.Text.Json;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class DescribeTimeToLive(Engine engine) : TableOperation(Shapes.NamedTable)
{
    public override string Name => "DescribeTimeToLive";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var table = engine.Catalog.Describe(TableName(request)).Definition;
        reply.WriteStartObject();
        reply.WriteStartObject("TimeToLiveDescription");
        reply.WriteString("TimeToLiveStatus", table.TimeToLiveAttribute is null ? "DISABLED" : "ENABLED");
        if (table.TimeToLiveAttribute is { } attribute)
            reply.WriteString("AttributeName", attribute);
        reply.WriteEndObject();
        reply.WriteEndObject();
    }
}
