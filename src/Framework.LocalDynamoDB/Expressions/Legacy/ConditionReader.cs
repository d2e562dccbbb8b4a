using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Expressions.Legacy;

/// <summary>Reads KeyConditions, QueryFilter and ScanFilter.</summary>
internal static class ConditionReader
{
    public static Dictionary<string, AttributeCondition>? Read(JsonElement request, string parameter)
    {
        if (request.Member(parameter) is null)
            return null;
        var conditions = new Dictionary<string, AttributeCondition>(StringComparer.Ordinal);
        foreach (var member in request.Members(parameter))
        {
            var condition = new AttributeCondition(
                member.Value.Text("ComparisonOperator")!,
                [.. member.Value.Elements("AttributeValueList").Select(RequestValues.Value)]);
            ConditionRules.Check(condition);
            conditions[member.Name] = condition;
        }

        return conditions;
    }
}
