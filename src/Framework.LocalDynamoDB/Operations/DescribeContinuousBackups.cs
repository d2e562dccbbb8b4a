using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Tools call it for every table that they manage. There is no recovery to a point in time, as for a new table in
/// AWS.</summary>
internal sealed class DescribeContinuousBackups(EngineState engine) : Operation(Shapes.TableName)
{
    public override string Name => "DescribeContinuousBackups";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var name = TableArn.NameOf(request.Text("TableName")!);
        if (engine.Catalog.Find(name) is null)
            throw DynamoDBException.Domain("TableNotFoundException", $"Table not found: {name}");
        response.WriteStartObject();
        response.WriteStartObject("ContinuousBackupsDescription");
        response.WriteString("ContinuousBackupsStatus", "ENABLED");
        response.WriteStartObject("PointInTimeRecoveryDescription");
        response.WriteString("PointInTimeRecoveryStatus", "DISABLED");
        response.WriteEndObject();
        response.WriteEndObject();
        response.WriteEndObject();
    }
}
