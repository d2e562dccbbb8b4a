using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions;

/// <summary>Update expressions: SET, REMOVE, ADD and DELETE clauses in any order.</summary>
internal sealed class UpdateParser(string source) : ExpressionParser(source)
{
    public static UpdateExpression Parse(string source)
    {
        var parser = new UpdateParser(source);
        var sections = new List<UpdateSection> { parser.ParseSection() };
        while (parser.Current.Kind != TokenKind.End)
            sections.Add(parser.ParseSection());
        return new(new([.. sections]));
    }

    private UpdateSection ParseSection()
    {
        if (TryTakeKeyword("SET"))
            return new(UpdateKind.Set, ParseList(ParseSet));
        if (TryTakeKeyword("REMOVE"))
            return new(UpdateKind.Remove, ParseList(() => new UpdateAction(UpdateKind.Remove, ParsePath(), null)));
        if (TryTakeKeyword("ADD"))
            return new(UpdateKind.Add, ParseList(() => ParseChange(UpdateKind.Add)));
        if (TryTakeKeyword("DELETE"))
            return new(UpdateKind.Delete, ParseList(() => ParseChange(UpdateKind.Delete)));
        throw SyntaxError();
    }

    private UpdateAction ParseSet()
    {
        var path = ParsePath();
        Expect("=");
        return new(UpdateKind.Set, path, ParseSum());
    }

    private Operand ParseSum()
    {
        var left = ParseTerm();
        return Current.Is("+") || Current.Is("-")
            ? new ArithmeticOperand(Take().Text, left, ParseTerm())
            : left;
    }

    /// <summary>Unlike in conditions, a sum may be in parentheses.</summary>
    private Operand ParseTerm()
    {
        if (!TryTake("("))
            return ParseOperand();
        var inner = ParseSum();
        Expect(")");
        return Decided(new GroupedOperand(inner));
    }

    private UpdateAction ParseChange(UpdateKind kind)
    {
        var path = ParsePath();
        if (Current.Kind != TokenKind.ValuePlaceholder)
            throw SyntaxError();
        return new(kind, path, new PlaceholderOperand(Take().Text));
    }
}
