using System.Globalization;
using Framework.Local.DynamoDB.Expressions.Syntax;

namespace Framework.Local.DynamoDB.Expressions;

/// <summary>What the three grammars share: tokens, paths, operands and the words of a syntax error.</summary>
internal abstract class ExpressionParser(string source)
{
    private static readonly string[] Keywords =
        ["AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE"];

    private readonly List<Token> _tokens = Tokenizer.Tokenize(source);
    private int _position;

    protected Token Current => _tokens[_position];

    /// <summary>Words of any of the grammars are tokens in all of them and cannot be names.</summary>
    private static bool IsKeyword(Token token) => Keywords.Any(token.IsKeyword);

    protected Token Take() => _tokens[_position++];

    protected bool TryTake(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        _position++;
        return true;
    }

    protected bool TryTakeKeyword(string word)
    {
        if (!Current.IsKeyword(word))
            return false;
        _position++;
        return true;
    }

    protected void Expect(string symbol)
    {
        if (!TryTake(symbol))
            throw SyntaxError();
    }

    protected void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End)
            throw SyntaxError();
    }

    /// <summary>The service shows the token and its neighbours.</summary>
    protected ExpressionException SyntaxError()
    {
        var start = _position > 0 ? _tokens[_position - 1].Start : Current.Start;
        var end = _position + 1 < _tokens.Count ? _tokens[_position + 1].End : source.Length;
        var token = Current.Kind == TokenKind.End ? "<EOF>" : Current.Text;
        return new($"Syntax error; token: \"{token}\", near: \"{source[start..end]}\"");
    }

    protected EquatableList<T> ParseList<T>(Func<T> parseElement)
    {
        var elements = new List<T>();
        do
            elements.Add(parseElement());
        while (TryTake(","));
        return new([.. elements]);
    }

    protected DocumentPath ParsePath()
    {
        if (IsKeyword(Current) || Current.Kind is not (TokenKind.Identifier or TokenKind.NamePlaceholder))
            throw SyntaxError();
        var elements = new List<PathElement> { PathElement.Of(Take().Text) };
        while (true)
        {
            if (TryTake("."))
            {
                if (IsKeyword(Current) || Current.Kind is not (TokenKind.Identifier or TokenKind.NamePlaceholder))
                    throw SyntaxError();
                elements.Add(PathElement.Of(Take().Text));
            }
            else if (TryTake("["))
            {
                if (Current.Kind != TokenKind.Number)
                    throw SyntaxError();
                var index = Take().Text;
                elements.Add(int.TryParse(index, CultureInfo.InvariantCulture, out var number)
                    ? PathElement.At(number)
                    : throw new ExpressionException(
                        $"List index is not within the allowable range; index: [{index}]"));
                Expect("]");
            }
            else
            {
                return new(elements);
            }
        }
    }

    /// <summary>A value, a function or a path; parentheses around it are kept as groups.</summary>
    protected Operand ParseOperand()
    {
        if (TryTake("("))
        {
            var inner = ParseOperand();
            Expect(")");
            return new GroupedOperand(inner);
        }

        if (Current.Kind == TokenKind.ValuePlaceholder)
            return new PlaceholderOperand(Take().Text);
        if (Current.Kind == TokenKind.Identifier && _tokens[_position + 1].Is("(") && !IsKeyword(Current))
            return ParseFunction();
        return new PathOperand(ParsePath());
    }

    private FunctionOperand ParseFunction()
    {
        var name = Take().Text;
        Expect("(");
        var arguments = ParseList(ParseOperand);
        Expect(")");
        return new(name, arguments);
    }
}
