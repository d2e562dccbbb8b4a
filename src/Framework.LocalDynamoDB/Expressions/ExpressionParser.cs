using System.Globalization;
using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions;

/// <summary>The shared part of the three grammars: tokens, paths, operands and the words of a syntax error.</summary>
internal abstract class ExpressionParser(string source)
{
    private static readonly string[] Keywords =
        ["AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE"];

    /// <summary>Elements of one path (developer guide, "Quotas").</summary>
    private const int MaxNesting = 32;

    private readonly List<Token> _tokens = Tokenizer.Tokenize(source);
    private int _position;
    private int _undecided;

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
        var start = _position > 0 ? _tokens[_position - 1].Start : 0;
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
                return elements.Count <= MaxNesting ? new(elements) : throw new ExpressionException(
                    $"The document path has too many nesting levels; nesting levels: {MaxNesting + 1}");
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
            return Decided(new GroupedOperand(inner));
        }

        if (Current.Kind == TokenKind.ValuePlaceholder)
            return new PlaceholderOperand(Take().Text);
        if (Current.Kind == TokenKind.Identifier && _tokens[_position + 1].Is("(") && !IsKeyword(Current))
            return Decided(ParseFunction());
        return new PathOperand(ParsePath());
    }

    private FunctionOperand ParseFunction()
    {
        var name = Take().Text;
        Expect("(");
        var arguments = ParseUndecided(() => ParseList(ParseOperand));
        Expect(")");
        return new(name, arguments);
    }

    /// <summary>Parses a part that the service's parser only looks ahead over: the end of a function, the start of a
    /// condition.</summary>
    protected T ParseUndecided<T>(Func<T> parse)
    {
        _undecided++;
        var parsed = parse();
        _undecided--;
        return parsed;
    }

    /// <summary>
    /// Redundant parentheses are refused as soon as their content is known, before errors after them.
    /// </summary>
    protected Operand Decided(Operand operand)
    {
        if (_undecided == 0)
            ExpressionRules.CheckParentheses(SyntaxWalk.Operands(operand));
        return operand;
    }
}
