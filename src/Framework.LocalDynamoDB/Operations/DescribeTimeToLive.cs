using System.Text.Json;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class DescribeTimeToLive(EngineState engine) : TableOperation(Shapes.NamedTable)
{
    public override string Name => "DescribeTimeToLive";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var table = engine.Catalog.Describe(TableName(request)).Definition;
        response.WriteStartObject();
        response.WriteStartObject("TimeToLiveDescription");
        response.WriteString("TimeToLiveStatus", table.TimeToLiveAttribute is null ? "DISABLED" : "ENABLED");
        if (table.TimeToLiveAttribute is { } attribute)
            response.WriteString("AttributeName", attribute);
        response.WriteEndObject();
        response.WriteEndObject();
    }
}
