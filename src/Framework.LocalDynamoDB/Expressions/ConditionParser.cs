using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions;

/// <summary>Condition, filter and key condition expressions: OR, then AND, then NOT, then one comparison.</summary>
internal sealed class ConditionParser(string source) : ExpressionParser(source)
{
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];

    public static Condition Parse(string source)
    {
        var parser = new ConditionParser(source);
        var condition = parser.ParseOr();
        parser.ExpectEnd();
        return condition;
    }

    private Condition ParseOr()
    {
        var left = ParseAnd();
        while (TryTakeKeyword("OR"))
            left = new OrCondition(left, ParseAnd());
        return left;
    }

    private Condition ParseAnd()
    {
        var left = ParseNot();
        while (TryTakeKeyword("AND"))
            left = new AndCondition(left, ParseNot());
        return left;
    }

    private Condition ParseNot() => TryTakeKeyword("NOT") ? new NotCondition(ParseNot()) : ParsePredicate();

    private Condition ParsePredicate()
    {
        var (operand, condition) = ParsePrimary();
        if (condition is not null)
            return condition;
        return TryParseComparison(operand!) ?? ToCondition(operand!);
    }

    private FunctionCondition ToCondition(Operand operand) =>
        operand is FunctionOperand function ? new((FunctionOperand)Decided(function)) : throw SyntaxError();

    private static GroupedCondition Group(Condition condition) =>
        condition is GroupedCondition ? throw ExpressionRules.RedundantParentheses() : new(condition);

    private Condition? TryParseComparison(Operand left)
    {
        if (TryTakeKeyword("BETWEEN"))
        {
            Decided(left);
            var lower = ParseOperand();
            if (!TryTakeKeyword("AND"))
                throw SyntaxError();
            return new BetweenCondition(left, lower, ParseOperand());
        }

        if (TryTakeKeyword("IN"))
        {
            Decided(left);
            Expect("(");
            var candidates = ParseList(ParseOperand);
            Expect(")");
            return new InCondition(left, candidates);
        }

        return Comparators.Any(Current.Is) ? new Comparison(Take().Text, Decided(left), ParseOperand()) : null;
    }

    /// <summary>Only at the end of parentheses is it known whether they hold an operand or a condition.</summary>
    private (Operand? Operand, Condition? Condition) ParsePrimary()
    {
        if (!TryTake("("))
            return (ParseUndecided(ParseOperand), null);

        Condition? condition = null;
        Operand? operand = null;
        if (Current.IsKeyword("NOT"))
            condition = ParseOr();
        else
            (operand, condition) = ParsePrimary();

        if (operand is not null)
        {
            if (TryTake(")"))
                return operand is FunctionOperand function && !ContinuesAsOperand()
                    ? (null, Group(ToCondition(function)))
                    : (new GroupedOperand(operand), null);
            condition = TryParseComparison(operand) ?? ToCondition(operand);
        }

        condition = ParseRest(condition!);
        Expect(")");
        return (null, Group(condition));
    }

    /// <summary>Continues after the first predicate of a parenthesis: AND binds tighter than OR.</summary>
    private Condition ParseRest(Condition left)
    {
        while (TryTakeKeyword("AND"))
            left = new AndCondition(left, ParseNot());
        while (TryTakeKeyword("OR"))
            left = new OrCondition(left, ParseAnd());
        return left;
    }

    private bool ContinuesAsOperand() =>
        Comparators.Any(Current.Is) || Current.IsKeyword("BETWEEN") || Current.IsKeyword("IN");
}
