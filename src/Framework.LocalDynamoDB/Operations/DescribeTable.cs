using System.Text.Json;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class DescribeTable(EngineState engine) : TableOperation(Shapes.NamedTable)
{
    public override string Name => "DescribeTable";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var (table, status) = engine.Catalog.Describe(TableName(request));
        response.WriteStartObject();
        response.WritePropertyName("Table");
        engine.Database.Read(session =>
        {
            TableDescription.Write(response, table, status, name => Statistics.Read(session, name));
            return true;
        });
        response.WriteEndObject();
    }
}
