using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Validation;

namespace Framework.Local.DynamoDB.Operations;

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
