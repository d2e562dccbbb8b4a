using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>Members that several operations share.</summary>
internal static class Shapes
{
    public static StringShape Text { get; } = new();

    public static BooleanShape Flag { get; } = new();

    public static StringShape Name { get; } = new()
    {
        Constraints = [Constraint.Name, Constraint.MinLength(3), Constraint.MaxLength(255)],
    };

    /// <summary>A table's name or its ARN.</summary>
    public static StringShape NameOrArn { get; } = new() { Constraints = [.. Name.Constraints.Select(constraint => constraint.OrArn())] };

    public static Member TableName { get; } = Required("TableName", NameOrArn);

    /// <summary>Table operations check the name's length separately, before everything else.</summary>
    public static Member NamedTable { get; } =
        Optional("TableName", new StringShape { Constraints = [Constraint.Name.OrArn()] });

    public static Member IndexName { get; } = Optional("IndexName", Name);

    public static Member ReturnConsumedCapacity { get; } =
        Optional("ReturnConsumedCapacity", OneOf("INDEXES", "TOTAL", "NONE"));

    public static Member ReturnItemCollectionMetrics { get; } =
        Optional("ReturnItemCollectionMetrics", OneOf("SIZE", "NONE"));

    public static Member ReturnValues { get; } =
        Optional("ReturnValues", OneOf("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"));

    public static Member ReturnValuesOnConditionCheckFailure { get; } =
        Optional("ReturnValuesOnConditionCheckFailure", OneOf("ALL_OLD", "NONE"));

    public static Member ConditionalOperator { get; } = Optional("ConditionalOperator", OneOf("OR", "AND"));

    public static Member Select { get; } = Optional(
        "Select", OneOf("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"));

    public static Member Limit { get; } = Optional("Limit", PositiveInteger());

    public static Member AttributesToGet { get; } = Optional(
        "AttributesToGet",
        new ListShape(Text) { Constraints = [Constraint.MinLength(1), Constraint.MaxLength(255)] });

    public static MapShape AttributeMap { get; } = new("AttributeValue", AttributeValueShape.Element);

    public static ListShape AttributeList { get; } = new(AttributeValueShape.Element);

    public static Member Key { get; } = Required("Key", AttributeMap);

    public static Member Item { get; } = Required("Item", AttributeMap);

    public static Member ExclusiveStartKey { get; } = Optional("ExclusiveStartKey", AttributeMap);

    public static Member ConsistentRead { get; } = Optional("ConsistentRead", Flag);

    public static Member ConditionExpression { get; } = Optional("ConditionExpression", Text);

    public static Member UpdateExpression { get; } = Optional("UpdateExpression", Text);

    public static Member FilterExpression { get; } = Optional("FilterExpression", Text);

    public static Member ProjectionExpression { get; } = Optional("ProjectionExpression", Text);

    public static Member ExpressionAttributeValues { get; } = Optional("ExpressionAttributeValues", AttributeMap);

    public static Member ExpressionAttributeNames { get; } =
        Optional("ExpressionAttributeNames", new MapShape("java.lang.String", Text));

    public static Member Expected { get; } = Optional("Expected", new MapShape(
        "ExpectedAttributeValue",
        new Structure(
            "ExpectedAttributeValue",
            Optional("AttributeValueList", AttributeList),
            Optional("ComparisonOperator", ComparisonOperator),
            Optional("Exists", Flag),
            Optional("Value", AttributeValueShape.Field))
        { IsElement = true }));

    private static StringShape ComparisonOperator => OneOf(
        "IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE",
        "CONTAINS");

    public static StringShape OneOf(params string[] values) => new() { Constraints = [Constraint.OneOf(values)] };

    public static NumberShape PositiveInteger() => new("Integer") { Constraints = [Constraint.AtLeast(1)] };

    /// <summary>KeyConditions, QueryFilter and ScanFilter.</summary>
    public static Member Conditions(string name) => Optional(name, new MapShape(
        "Condition",
        new Structure(
            "Condition",
            Optional("AttributeValueList", AttributeList),
            Required("ComparisonOperator", ComparisonOperator))
        { IsElement = true }));
}
