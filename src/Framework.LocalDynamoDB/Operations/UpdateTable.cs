using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class UpdateTable(EngineState engine) : TableOperation(
    Optional("AttributeDefinitions", TableShapes.AttributeDefinitions),
    Shapes.NamedTable,
    Optional("ProvisionedThroughput", TableShapes.Throughput),
    TableShapes.BillingMode,
    Optional("GlobalSecondaryIndexUpdates", new ListShape(new Structure(
        "GlobalSecondaryIndexUpdate",
        Optional("Update", new IndexChangeShape()),
        Optional("Create", new Structure(
            "CreateGlobalSecondaryIndexAction",
            TableShapes.Projection, TableShapes.IndexName,
            Optional("ProvisionedThroughput", TableShapes.Throughput), TableShapes.GlobalKeySchema,
            TableShapes.OnDemandThroughput, TableShapes.WarmThroughput)),
        Optional("Delete", new Structure("DeleteGlobalSecondaryIndexAction", TableShapes.IndexName)))
    { IsElement = true })),
    TableShapes.StreamSpecification,
    TableShapes.DeletionProtection,
    TableShapes.TableClass,
    TableShapes.Encryption,
    TableShapes.OnDemandThroughput,
    TableShapes.WarmThroughput)
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public override string Name => "UpdateTable";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        CheckAnything(request);
        if (request.Text("BillingMode") == "PROVISIONED" && request.Member("ProvisionedThroughput") is null)
            throw DynamoDBException.Validation(
                $"{Invalid}ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        ThroughputReader.CheckBounds(request);
        IndexUpdates.Check(request);

        var update = new TableUpdate(
            request, engine.Clock.GetUtcNow(), engine.Catalog.Settled, engine.Catalog.NextStreamTime(TableName(request)));
        var (_, shown) = engine.Catalog.Update(TableName(request), update.Apply);
        response.WriteStartObject();
        response.WritePropertyName("TableDescription");
        TableDescription.Write(response, shown, Transition.Updating);
        response.WriteEndObject();
    }

    private static void CheckAnything(JsonElement request)
    {
        string[] changes =
        [
            "ProvisionedThroughput", "BillingMode", "StreamSpecification", "DeletionProtectionEnabled", "TableClass",
            "SSESpecification", "OnDemandThroughput", "WarmThroughput",
        ];
        if (changes.All(name => request.Member(name) is null)
            && !request.Elements("GlobalSecondaryIndexUpdates").Any())
            throw DynamoDBException.Validation(
                "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
                + "GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
}
