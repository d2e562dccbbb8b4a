using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>
/// Turns a parsed condition into one that can be evaluated. The service looks at the functions and names of the whole
/// expression first; then, predicate by predicate, at placeholders and operands.
/// </summary>
internal sealed class ConditionBinder(ExpressionAttributes attributes)
{
    private readonly OperandBinder _operands = new(attributes);

    public Condition Bind(Condition condition)
    {
        CheckWords(condition);
        Condition[] conditions = [.. SyntaxWalk.Conditions(condition)];
        Operand[] operands =
            [.. conditions.SelectMany(SyntaxWalk.OperandsOf).SelectMany(SyntaxWalk.Operands)];
        CheckOperatorCount(conditions, operands);
        return BindTree(condition);
    }

    /// <summary>From left to right, and from the outside in.</summary>
    private static void CheckWords(Condition condition)
    {
        if (condition is FunctionCondition call)
            CheckCall(call.Function, isCondition: true);
        else if (SyntaxWalk.OperandsOf(condition) is { Count: > 0 } operands)
            foreach (var operand in operands)
                CheckWords(operand);
        else
            foreach (var child in SyntaxWalk.Children(condition))
                CheckWords(child);
    }

    private static void CheckWords(Operand operand)
    {
        if (operand is PathOperand path)
            ExpressionRules.CheckReserved(path.Path);
        else if (operand is FunctionOperand call)
            CheckCall(call, isCondition: false);
        else
            foreach (var child in SyntaxWalk.Children(operand))
                CheckWords(child);
    }

    private static void CheckCall(FunctionOperand call, bool isCondition)
    {
        ConditionFunctions.CheckName(call.Name);
        // Only size yields a value; every other function is a condition of its own.
        if (isCondition == (call.Name == ConditionFunctions.Size))
            throw new ExpressionException(
                $"The function is not allowed to be used this way in an expression; function: {call.Name}");
        foreach (var argument in call.Arguments)
            CheckWords(argument);
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
}
