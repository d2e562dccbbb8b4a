using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class DeleteTable(Engine engine) : TableOperation(Shapes.NamedTable)
{
    public override string Name => "DeleteTable";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var table = engine.Catalog.Delete(TableName(request), RefuseProtected);
        reply.WriteStartObject();
        reply.WritePropertyName("TableDescription");
        TableDescription.WriteDeleted(reply, table.Definition);
        reply.WriteEndObject();
    }

    private static void RefuseProtected(TableDefinition table)
    {
        if (table.IsDeletionProtected)
            throw DynamoDBException.Validation(
                "Resource cannot be deleted as it is currently protected against deletion. "
                + "Disable deletion protection first.");
    }
}
