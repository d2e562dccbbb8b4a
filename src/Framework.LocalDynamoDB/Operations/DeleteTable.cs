using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class DeleteTable(EngineState engine) : TableOperation(Shapes.NamedTable)
{
    public override string Name => "DeleteTable";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var table = engine.Catalog.Delete(TableName(request), RefuseProtected);
        response.WriteStartObject();
        response.WritePropertyName("TableDescription");
        TableDescription.WriteDeleted(response, table.Definition);
        response.WriteEndObject();
    }

    private static void RefuseProtected(TableDefinition table)
    {
        if (table.IsDeletionProtected)
            throw DynamoDBException.Validation(
                "Resource cannot be deleted as it is currently protected against deletion. "
                + "Disable deletion protection first.");
    }
}
