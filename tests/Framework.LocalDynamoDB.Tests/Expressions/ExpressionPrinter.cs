using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Tests.Expressions;

/// <summary>Writes a syntax tree as an expression again.</summary>
internal static class ExpressionPrinter
{
    public static string Print(Condition condition) => condition switch
    {
        OrCondition or => $"{Print(or.Left)} OR {Print(or.Right)}",
        AndCondition and => $"{Print(and.Left)} AND {Print(and.Right)}",
        NotCondition not => $"NOT {Print(not.Inner)}",
        GroupedCondition group => $"({Print(group.Inner)})",
        Comparison comparison => $"{Print(comparison.Left)} {comparison.Operator} {Print(comparison.Right)}",
        BetweenCondition between => $"{Print(between.Value)} BETWEEN {Print(between.Lower)} AND {Print(between.Upper)}",
        InCondition membership => $"{Print(membership.Value)} IN ({string.Join(", ", membership.Candidates.Select(Print))})",
        FunctionCondition function => Print(function.Function),
        _ => throw new ArgumentException(condition.GetType().Name),
    };

    public static string Print(Operand operand) => operand switch
    {
        PathOperand path => Print(path.Path),
        PlaceholderOperand placeholder => placeholder.Name,
        FunctionOperand function => $"{function.Name}({string.Join(", ", function.Arguments.Select(Print))})",
        ArithmeticOperand sum => $"{Print(sum.Left)} {sum.Operator} {Print(sum.Right)}",
        GroupedOperand group => $"({Print(group.Inner)})",
        _ => throw new ArgumentException(operand.GetType().Name),
    };

    public static string Print(UpdateExpression update) => string.Join(' ', update.Sections.Select(section =>
        $"{section.Kind.ToString().ToUpperInvariant()} {string.Join(", ", section.Actions.Select(Print))}"));

    private static string Print(UpdateAction action) => action.Kind switch
    {
        UpdateKind.Set => $"{Print(action.Path)} = {Print(action.Value!)}",
        UpdateKind.Remove => Print(action.Path),
        _ => $"{Print(action.Path)} {Print(action.Value!)}",
    };

    private static string Print(DocumentPath path) => string.Concat(path.Elements.Select((element, i) =>
        element.IsIndex ? $"[{element.Index}]" : (i == 0 ? "" : ".") + element.Name));
}
