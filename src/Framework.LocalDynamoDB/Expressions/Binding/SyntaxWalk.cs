using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>All nodes of a tree, children before their parent and left before right.</summary>
internal static class SyntaxWalk
{
    public static IEnumerable<Operand> Operands(Operand operand)
    {
        foreach (var child in Children(operand))
            foreach (var node in Operands(child))
                yield return node;
        yield return operand;
    }

    public static IEnumerable<Condition> Conditions(Condition condition)
    {
        foreach (var child in Children(condition))
            foreach (var node in Conditions(child))
                yield return node;
        yield return condition;
    }

    /// <summary>The operands of one comparison or function, in source order.</summary>
    public static EquatableList<Operand> OperandsOf(Condition condition) => condition switch
    {
        Comparison comparison => [comparison.Left, comparison.Right],
        BetweenCondition between => [between.Value, between.Lower, between.Upper],
        InCondition membership => [membership.Value, .. membership.Candidates],
        FunctionCondition function => [function.Function],
        _ => [],
    };

    public static EquatableList<Operand> Children(Operand operand) => operand switch
    {
        FunctionOperand function => function.Arguments,
        ArithmeticOperand sum => [sum.Left, sum.Right],
        GroupedOperand group => [group.Inner],
        _ => [],
    };

    public static EquatableList<Condition> Children(Condition condition) => condition switch
    {
        OrCondition or => [or.Left, or.Right],
        AndCondition and => [and.Left, and.Right],
        NotCondition not => [not.Inner],
        GroupedCondition group => [group.Inner],
        _ => [],
    };
}
