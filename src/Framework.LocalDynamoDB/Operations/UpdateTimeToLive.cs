using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class UpdateTimeToLive(EngineState engine) : TableOperation(
    Shapes.NamedTable,
    Required("TimeToLiveSpecification", new Structure(
        "TimeToLiveSpecification",
        Required("Enabled", Shapes.Flag),
        Required("AttributeName", new StringShape
        {
            Constraints = [Constraint.MinLength(1), Constraint.MaxLength(255)],
        }))))
{
    public override string Name => "UpdateTimeToLive";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var specification = request.GetProperty("TimeToLiveSpecification");
        var enabled = specification.Flag("Enabled") == true;
        var attribute = specification.Text("AttributeName")!;
        engine.Catalog.Amend(TableName(request), table => Change(table, enabled, attribute));

        response.WriteStartObject();
        response.WriteStartObject("TimeToLiveSpecification");
        response.WriteBoolean("Enabled", enabled);
        response.WriteString("AttributeName", attribute);
        response.WriteEndObject();
        response.WriteEndObject();
    }

    private static TableDefinition Change(TableDefinition table, bool enabled, string attribute)
    {
        if (enabled && table.TimeToLiveAttribute is not null)
            throw DynamoDBException.Validation("TimeToLive is already enabled");
        if (!enabled && table.TimeToLiveAttribute is null)
            throw DynamoDBException.Validation("TimeToLive is already disabled");
        if (!enabled && table.TimeToLiveAttribute != attribute)
            throw DynamoDBException.Validation(
                "TimeToLive is active on a different AttributeName: "
                + $"current AttributeName is {table.TimeToLiveAttribute}");
        return table with { TimeToLiveAttribute = enabled ? attribute : null };
    }
}
