using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class CreateTable(EngineState engine) : TableOperation(
    Required("AttributeDefinitions", TableShapes.AttributeDefinitions),
    Shapes.NamedTable,
    TableShapes.BillingMode,
    Optional("ProvisionedThroughput", TableShapes.Throughput),
    TableShapes.TableKeySchema,
    TableShapes.LocalSecondaryIndexes,
    TableShapes.GlobalSecondaryIndexes,
    TableShapes.StreamSpecification,
    TableShapes.Tags,
    TableShapes.DeletionProtection,
    TableShapes.TableClass,
    TableShapes.Encryption,
    TableShapes.OnDemandThroughput,
    TableShapes.WarmThroughput)
{
    public override string Name => "CreateTable";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var isPayPerRequest = request.Text("BillingMode") == "PAY_PER_REQUEST";
        ThroughputReader.CheckTable(request, isPayPerRequest);
        var attributes = AttributeReader.Read(request);
        var key = KeySchemaReader.Read(request, attributes);
        if (request.Member("LocalSecondaryIndexes") is null && request.Member("GlobalSecondaryIndexes") is null
            && key.Attributes.Count() != attributes.Count)
            throw DynamoDBException.Validation(
                "One or more parameter values were invalid: Number of attributes in KeySchema does not "
                + "exactly match number of attributes defined in AttributeDefinitions");
        var indexes = new IndexReader(attributes, isPayPerRequest).ReadAll(request, key);
        AttributeReader.CheckUsed(attributes, key, indexes);

        var tags = TagReader.Read(request);
        var throughput = ThroughputReader.Read(request);
        var capacity = new CapacityReader(isPayPerRequest);

        var now = engine.Clock.GetUtcNow();
        var table = engine.Catalog.Create(new TableDefinition
        {
            Name = TableName(request),
            Region = engine.Region,
            TableId = Guid.NewGuid(),
            Created = now,
            AttributeDefinitions = attributes,
            Key = key,
            Indexes = indexes,
            NextIndex = indexes.Count,
            IsPayPerRequest = isPayPerRequest,
            HasBillingSummary = isPayPerRequest,
            LastUpdateToPayPerRequest = isPayPerRequest ? now : null,
            Throughput = throughput,
            OnDemand = capacity.OnDemand(request),
            Warm = capacity.Warm(request, throughput),
            EncryptionKey = EncryptionReader.Read(request, engine.Region),
            Stream = StreamReader.Read(request, engine.Catalog.NextStreamTime(TableName(request))),
            IsDeletionProtected = request.Flag("DeletionProtectionEnabled") == true,
            TableClass = request.Text("TableClass"),
            Tags = tags,
        });
        response.WriteStartObject();
        response.WritePropertyName("TableDescription");
        TableDescription.Write(response, table.Definition, Transition.Creating);
        response.WriteEndObject();
    }
}
