using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Legacy;

/// <summary>How many values of which types each comparison operator takes.</summary>
internal static class ConditionRules
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public static void Check(AttributeCondition condition)
    {
        CheckCount(condition.Operator, condition.Values.Count);
        CheckSameType(condition.Values);
        foreach (var value in condition.Values)
            if (!Takes(condition.Operator, value.Type))
                throw DynamoDBException.Validation(
                    $"{Invalid}ComparisonOperator {condition.Operator} is not valid for {value.Type} AttributeValue type");
        CheckBounds(condition);
    }

    private static void CheckCount(string comparison, int count)
    {
        var fits = comparison switch
        {
            "NULL" or "NOT_NULL" => count == 0,
            "IN" => count > 0,
            "BETWEEN" => count == 2,
            _ => count == 1,
        };
        if (!fits)
            throw DynamoDBException.Validation(
                $"{Invalid}Invalid number of argument(s) for the {comparison} ComparisonOperator");
    }

    private static void CheckSameType(IReadOnlyList<AttributeValue> values)
    {
        if (values.Any(value => value.Type != values[0].Type))
            throw DynamoDBException.Validation(
                $"{Invalid}AttributeValues inside AttributeValueList must be of same type");
    }

    private static void CheckBounds(AttributeCondition condition)
    {
        if (condition.Operator == "BETWEEN" && ValueOrder.Compare(condition.Values[0], condition.Values[1]) > 0)
            throw DynamoDBException.Validation(
                "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
    }

    private static bool Takes(string comparison, AttributeType type) => comparison switch
    {
        "EQ" or "NE" => true,
        "CONTAINS" or "NOT_CONTAINS" => type is not (
            AttributeType.SS or AttributeType.NS or AttributeType.BS or AttributeType.L or AttributeType.M),
        "BEGINS_WITH" => type is AttributeType.S or AttributeType.B,
        _ => type is AttributeType.S or AttributeType.N or AttributeType.B,
    };
}
