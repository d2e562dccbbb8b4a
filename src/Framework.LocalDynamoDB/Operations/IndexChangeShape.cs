using System.Text.Json;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>A change of a global index's capacity, of one kind at least.</summary>
internal sealed class IndexChangeShape() : Structure("UpdateGlobalSecondaryIndexAction", Members)
{
    private static Member[] Members =>
    [
        TableShapes.IndexName,
        Member.Optional("ProvisionedThroughput", TableShapes.Throughput),
        TableShapes.OnDemandThroughput,
        TableShapes.WarmThroughput,
    ];

    protected override void CheckMembers(JsonElement value, string path, Violations violations)
    {
        base.CheckMembers(value, path, violations);
        // The service's message from the time before there were other kinds.
        if (Members[1..].All(member => !value.TryGetProperty(member.Name, out var given) || given.ValueKind == JsonValueKind.Null))
            violations.Add(null, $"{path}.provisionedThroughput", "Member must not be null");
    }
}
