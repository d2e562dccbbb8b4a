using Framework.Local.DynamoDB.Expressions.Syntax;

namespace Framework.Local.DynamoDB.Expressions.Binding;

/// <summary>
/// Turns a parsed condition into one that can be evaluated. The service reports the worst fault of the whole
/// expression first: parentheses, unknown functions, misplaced functions, reserved words; then, predicate by
/// predicate, placeholders and operands.
/// </summary>
internal sealed class ConditionBinder(ExpressionAttributes attributes)
{
    private readonly OperandBinder _operands = new(attributes);

    public Condition Bind(Condition condition)
    {
        Condition[] conditions = [.. SyntaxWalk.Conditions(condition)];
        Operand[] operands =
            [.. conditions.SelectMany(SyntaxWalk.OperandsOf).SelectMany(SyntaxWalk.Operands)];
        CheckParentheses(conditions, operands);
        foreach (var function in operands.OfType<FunctionOperand>())
            ConditionFunctions.CheckName(function.Name);
        CheckPlacement(conditions, operands);
        ExpressionRules.CheckReserved(operands.OfType<PathOperand>().Select(operand => operand.Path));
        CheckOperatorCount(conditions, operands);
        return BindTree(condition);
    }

    private static void CheckParentheses(Condition[] conditions, Operand[] operands)
    {
        if (conditions.Any(condition => condition is GroupedCondition { Inner: GroupedCondition }))
            throw ExpressionRules.RedundantParentheses();
        ExpressionRules.CheckParentheses(operands);
    }

    private static void CheckPlacement(Condition[] conditions, Operand[] operands)
    {
        // Only size yields a value; every other function is a condition of its own.
        var nested = operands.OfType<FunctionOperand>().SelectMany(function => function.Arguments)
            .Concat(conditions.Where(condition => condition is not FunctionCondition)
                .SelectMany(SyntaxWalk.OperandsOf));
        foreach (var operand in nested)
            if (operand is FunctionOperand { Name: not ConditionFunctions.Size } function)
                throw Misplaced(function.Name);
        if (conditions.Any(condition => condition is FunctionCondition { Function.Name: ConditionFunctions.Size }))
            throw Misplaced(ConditionFunctions.Size);
    }

    private static void CheckOperatorCount(Condition[] conditions, Operand[] operands)
    {
        var count = conditions.Count(condition => condition is not (GroupedCondition or FunctionCondition))
            + operands.Count(operand => operand is FunctionOperand);
        if (count > ExpressionRules.MaxOperators)
            throw new ExpressionException(
                $"The expression contains too many operators; operator count: {ExpressionRules.MaxOperators + 1}");
    }

    private Condition BindTree(Condition condition) => condition switch
    {
        OrCondition or => new OrCondition(BindTree(or.Left), BindTree(or.Right)),
        AndCondition and => new AndCondition(BindTree(and.Left), BindTree(and.Right)),
        NotCondition not => new NotCondition(BindTree(not.Inner)),
        GroupedCondition group => BindTree(group.Inner),
        _ => BindPredicate(condition),
    };

    private Condition BindPredicate(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                var (left, right) = (_operands.Bind(comparison.Left), _operands.Bind(comparison.Right));
                ConditionOperands.CheckComparison(comparison.Operator, left, right);
                return new Comparison(comparison.Operator, left, right);
            case BetweenCondition between:
                var bound = new BetweenCondition(
                    _operands.Bind(between.Value), _operands.Bind(between.Lower), _operands.Bind(between.Upper));
                ConditionOperands.CheckBetween(bound);
                return bound;
            case InCondition membership:
                ConditionOperands.CheckInCount(membership.Candidates.Count);
                var candidates = _operands.Bind(membership.Candidates);
                var isIn = new InCondition(_operands.Bind(membership.Value), candidates);
                ConditionOperands.CheckIn(isIn);
                return isIn;
            case FunctionCondition function:
                var call = (FunctionOperand)_operands.Bind(function.Function);
                ConditionOperands.CheckFunctions([call]);
                return new FunctionCondition(call);
            default:
                throw new InvalidOperationException($"{condition.GetType().Name} is no predicate.");
        }
    }

    private static ExpressionException Misplaced(string function) =>
        new($"The function is not allowed to be used this way in an expression; function: {function}");
}
