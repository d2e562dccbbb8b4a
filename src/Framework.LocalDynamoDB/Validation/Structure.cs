using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>An object with known members; unknown ones are ignored, as the service does.</summary>
/// <param name="typeName">The service's name for the type, which its messages quote.</param>
/// <param name="members">The members in the order in which the service checks them.</param>
internal class Structure(string typeName, params Member[] members) : Shape
{
    /// <summary>For a wrong type inside a list or map, the service has other words than for a member.</summary>
    public bool IsElement { get; init; }

    public override void CheckType(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in members)
                    if (value.TryGetProperty(member.Name, out var child) && child.ValueKind != JsonValueKind.Null)
                        member.Shape.CheckType(child);
                break;
            case JsonValueKind.Array:
                throw DynamoDBException.Serialization(
                    $"Unrecognized collection type class com.amazonaws.dynamodb.v20120810.{typeName}");
            default:
                throw DynamoDBException.Serialization(
                    IsElement ? "Unexpected value type in payload" : "Unexpected field type");
        }
    }

    protected override void CheckMembers(JsonElement value, string path, Violations violations)
    {
        var prefix = path.Length == 0 ? "" : path + ".";
        foreach (var member in members)
        {
            if (value.TryGetProperty(member.Name, out var child) && child.ValueKind != JsonValueKind.Null)
                member.Shape.CheckConstraints(child, prefix + member.PathName, violations);
            else if (member.NotNull)
                violations.Add(null, prefix + member.PathName, "Member must not be null");
        }
    }
}
