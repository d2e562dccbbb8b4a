using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class ListTables(EngineState engine) : Operation(
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(MaxLimit)] }),
    Optional("ExclusiveStartTableName", Shapes.Name))
{
    private const int MaxLimit = 100;

    public override string Name => "ListTables";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var limit = (int)(request.Whole("Limit") ?? MaxLimit);
        var after = request.Text("ExclusiveStartTableName") ?? "";
        string[] names =
            [.. engine.Catalog.Names.Where(name => string.CompareOrdinal(name, after) > 0).Take(limit + 1)];

        response.WriteStartObject();
        response.WriteStartArray("TableNames");
        foreach (var name in names.Take(limit))
            response.WriteStringValue(name);
        response.WriteEndArray();
        if (names.Length > limit)
            response.WriteString("LastEvaluatedTableName", names[limit - 1]);
        response.WriteEndObject();
    }
}
