using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Legacy;

/// <summary>A condition on one attribute as the older parameters have it, for example <c>BETWEEN</c> two values.</summary>
internal sealed record AttributeCondition(string Operator, IReadOnlyList<AttributeValue> Values)
{
    public Condition ToCondition(string attribute)
    {
        var path = new PathOperand(DocumentPath.Of(attribute));
        ConstantOperand[] values = [.. Values.Select(value => new ConstantOperand(value))];
        return Operator switch
        {
            "EQ" => new Comparison("=", path, values[0]),
            "NE" => new Comparison("<>", path, values[0]),
            "LT" => new Comparison("<", path, values[0]),
            "LE" => new Comparison("<=", path, values[0]),
            "GT" => new Comparison(">", path, values[0]),
            "GE" => new Comparison(">=", path, values[0]),
            "BETWEEN" => new BetweenCondition(path, values[0], values[1]),
            "IN" => new InCondition(path, [.. values]),
            "NULL" => Call(ConditionFunctions.AttributeNotExists, path),
            "NOT_NULL" => Call(ConditionFunctions.AttributeExists, path),
            "BEGINS_WITH" => Call(ConditionFunctions.BeginsWith, path, values[0]),
            "CONTAINS" => Call(ConditionFunctions.Contains, path, values[0]),
            "NOT_CONTAINS" => Call(ConditionFunctions.NotContains, path, values[0]),
            _ => throw new InvalidOperationException($"{Operator} is no comparison operator."),
        };
    }

    /// <summary>All the conditions together, joined by AND or OR; an operator must have something to join.</summary>
    public static Condition? Join(IReadOnlyDictionary<string, AttributeCondition> conditions, string? conditionalOperator)
    {
        if (conditionalOperator is not null && conditions.Count < 2)
            throw DynamoDBException.Validation(conditions.Count == 0
                ? "ConditionalOperator cannot be used without Filter or Expected"
                : "ConditionalOperator can only be used when Filter or Expected has two or more elements");
        Condition? all = null;
        foreach (var (attribute, condition) in conditions)
        {
            var next = condition.ToCondition(attribute);
            all = all is null ? next
                : conditionalOperator == "OR" ? new OrCondition(all, next)
                : new AndCondition(all, next);
        }

        return all;
    }

    private static FunctionCondition Call(string function, params Operand[] arguments) =>
        new(new FunctionOperand(function, [.. arguments]));
}
