using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>Checks the operands of one predicate: first their number, then that they differ, then their types.</summary>
internal static class ConditionOperands
{
    /// <summary>Operands of IN (developer guide, "Comparison operator and function reference").</summary>
    private const int MaxCandidates = 100;

    public static void CheckFunctions(IEnumerable<Operand> operands)
    {
        FunctionOperand[] functions = [.. operands.SelectMany(SyntaxWalk.Operands).OfType<FunctionOperand>()];
        foreach (var function in functions)
            ConditionFunctions.CheckArity(function);
        foreach (var function in functions)
            if (function.Arguments.Count == 2)
                ExpressionRules.CheckDistinct(function.Name, function.Arguments[0], function.Arguments[1]);
        foreach (var function in functions)
            ConditionFunctions.CheckOperands(function);
    }

    public static void CheckComparison(string comparator, Operand left, Operand right)
    {
        CheckFunctions([left, right]);
        ExpressionRules.CheckDistinct(comparator, left, right);
        if (comparator is "=" or "<>")
            return;
        CheckOrdered(comparator, [left, right]);
    }

    public static void CheckBetween(BetweenCondition between)
    {
        CheckFunctions([between.Value, between.Lower, between.Upper]);
        ExpressionRules.CheckDistinct("BETWEEN", between.Value, between.Lower, between.Upper);
        CheckOrdered("BETWEEN", [between.Value, between.Lower, between.Upper]);
        if (between is not { Lower: ConstantOperand { Value: var lower }, Upper: ConstantOperand { Value: var upper } })
            return;
        if (lower.Type != upper.Type)
            throw Bounds("requires same data type for lower and upper bounds", lower, upper);
        if (ValueOrder.Compare(lower, upper) > 0)
            throw Bounds("requires upper bound to be greater than or equal to lower bound", lower, upper);
    }

    public static void CheckIn(InCondition membership)
    {
        CheckFunctions([membership.Value, .. membership.Candidates]);
        ExpressionRules.CheckDistinct("IN", membership.Value, membership.Candidates);
    }

    public static void CheckInCount(int candidates)
    {
        if (candidates > MaxCandidates)
            throw new ExpressionException(
                $"The IN operator is provided with too many operands; number of operands: {candidates}");
    }

    private static void CheckOrdered(string name, Operand[] operands)
    {
        foreach (var operand in operands)
            if (operand is ConstantOperand { Value.Type: not (AttributeType.S or AttributeType.N or AttributeType.B) } constant)
                throw ExpressionRules.OperandType(name, constant.Value.Type);
    }

    private static ExpressionException Bounds(string rule, AttributeValue lower, AttributeValue upper) =>
        new($"The BETWEEN operator {rule}; lower bound operand: {ValueText.Describe(lower)}, "
            + $"upper bound operand: {ValueText.Describe(upper)}");
}
