using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Legacy;

/// <summary>Reads Expected, the older form of a condition on the item.</summary>
internal static class ExpectedReader
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public static Condition? Read(JsonElement request)
    {
        var conditions = new Dictionary<string, AttributeCondition>(StringComparer.Ordinal);
        foreach (var member in request.Members("Expected"))
            conditions[member.Name] = ReadOne(member.Name, member.Value);
        return AttributeCondition.Join(conditions, request.Text("ConditionalOperator"));
    }

    private static AttributeCondition ReadOne(string attribute, JsonElement expected)
    {
        var hasList = expected.Member("AttributeValueList") is not null;
        var hasValue = expected.Member("Value") is not null;
        if (hasList && hasValue)
            throw Refuse($"Value and AttributeValueList cannot be used together for Attribute: {attribute}");
        if (expected.Text("ComparisonOperator") is { } comparison)
            return ReadComparison(attribute, expected, comparison, hasList, hasValue);
        if (hasList)
            throw Refuse(
                $"AttributeValueList can only be used with a ComparisonOperator for Attribute: {attribute}");
        return ReadExistence(attribute, expected);
    }

    private static AttributeCondition ReadComparison(
        string attribute, JsonElement expected, string comparison, bool hasList, bool hasValue)
    {
        if (expected.Member("Exists") is not null)
            throw Refuse($"Exists and ComparisonOperator cannot be used together for Attribute: {attribute}");
        if (comparison is not ("NULL" or "NOT_NULL") && !hasList && !hasValue)
            throw Refuse(
                $"Value or AttributeValueList must be used with ComparisonOperator: {comparison} "
                + $"for Attribute: {attribute}");
        JsonElement[] given = hasValue ? [expected.GetProperty("Value")] : [.. expected.Elements("AttributeValueList")];
        var condition = new AttributeCondition(comparison, [.. given.Select(RequestValues.Value)]);
        ConditionRules.Check(condition);
        return condition;
    }

    private static AttributeCondition ReadExistence(string attribute, JsonElement expected)
    {
        var exists = expected.Flag("Exists");
        AttributeValue? value = null;
        if (expected.Member("Value") is { } given)
        {
            if (exists == false)
                throw Refuse($"Value cannot be used when Exists is false for Attribute: {attribute}");
            value = RequestValues.Value(given);
        }
        else if (exists != false)
        {
            var shown = exists is null ? "null" : "true";
            throw Refuse($"Value must be provided when Exists is {shown} for Attribute: {attribute}");
        }

        return value is null ? new("NULL", []) : new("EQ", [value]);
    }

    private static DynamoDBException Refuse(string sentence) => DynamoDBException.Validation(Invalid + sentence);
}
