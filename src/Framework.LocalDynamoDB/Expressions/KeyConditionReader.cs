using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Expressions;

/// <summary>Splits a bound key condition into one condition for each key attribute, or refuses it.</summary>
internal sealed class KeyConditionReader
{
    private const string Invalid = "Invalid condition in KeyConditionExpression: ";

    private readonly Dictionary<string, AttributeCondition> _conditions = new(StringComparer.Ordinal);

    public static Dictionary<string, AttributeCondition> Read(Condition condition)
    {
        var reader = new KeyConditionReader();
        reader.Add(condition);
        return reader._conditions;
    }

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case AndCondition and:
                Add(and.Left);
                Add(and.Right);
                break;
            case Comparison { Operator: not "<>" } comparison:
                AddComparison(comparison);
                break;
            case BetweenCondition between:
                RequirePathFirst("BETWEEN", between.Value);
                AddOne("BETWEEN", [between.Value, between.Lower, between.Upper]);
                break;
            case FunctionCondition { Function: { Name: ConditionFunctions.BeginsWith } function }:
                RequirePathFirst(ConditionFunctions.BeginsWith, function.Arguments[0]);
                AddOne("BEGINS_WITH", [.. function.Arguments]);
                break;
            default:
                throw Refuse($"Invalid operator used in KeyConditionExpression: {NameOf(condition)}");
        }
    }

    private void AddComparison(Comparison comparison)
    {
        var (operation, mirrored) = comparison.Operator switch
        {
            "=" => ("EQ", "EQ"),
            "<" => ("LT", "GT"),
            "<=" => ("LE", "GE"),
            ">" => ("GT", "LT"),
            _ => ("GE", "LE"),
        };
        if (comparison.Left is ConstantOperand)
            AddOne(mirrored, [comparison.Right, comparison.Left]);
        else
            AddOne(operation, [comparison.Left, comparison.Right]);
    }

    private void AddOne(string operation, Operand[] operands)
    {
        DocumentPath? key = null;
        foreach (var operand in operands)
        {
            if (operand is FunctionOperand)
                throw Refuse("KeyConditionExpressions cannot contain nested operations");
            if (operand is not PathOperand path)
                continue;
            if (key is not null)
                throw Refuse($"{Invalid}Multiple attribute names used in one condition");
            if (path.Path.IsNested)
                throw Refuse("KeyConditionExpressions cannot have conditions on nested attributes");
            key = path.Path;
        }

        if (key is null)
            throw Refuse($"{Invalid}No key attribute specified");
        var values = operands.OfType<ConstantOperand>().Select(operand => operand.Value);
        if (!_conditions.TryAdd(key.Head, new AttributeCondition(operation, [.. values])))
            throw Refuse("KeyConditionExpressions must only contain one condition per key");
    }

    private static void RequirePathFirst(string operation, Operand first)
    {
        if (first is not PathOperand)
            throw Refuse($"{Invalid}{operation} operator must have the key attribute as its first operand");
    }

    private static string NameOf(Condition condition) => condition switch
    {
        OrCondition => "OR",
        NotCondition => "NOT",
        InCondition => "IN",
        Comparison comparison => comparison.Operator,
        FunctionCondition function => function.Function.Name,
        _ => condition.GetType().Name,
    };

    private static DynamoDBException Refuse(string message) => DynamoDBException.Validation(message);
}
