using System.Globalization;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Reads paths, values and functions of a statement.</summary>
/// <param name="tokens">The statement.</param>
/// <param name="values">Reads its values.</param>
/// <param name="functions">The functions that are allowed at this place.</param>
internal sealed class OperandReader(TokenReader tokens, ValueReader values, IReadOnlyCollection<string> functions)
{
    public Operand Read()
    {
        if (values.TryRead() is { } value)
            return new ConstantOperand(value);
        return tokens.Current.Kind == StatementTokenKind.Word && tokens.Next.Is("(") ? ReadFunction() : new PathOperand(ReadPath());
    }

    public DocumentPath ReadPath()
    {
        var elements = new List<PathElement> { PathElement.Of(tokens.TakeName()) };
        while (true)
        {
            if (tokens.TryTake("."))
                elements.Add(PathElement.Of(tokens.TakeName()));
            else if (tokens.TryTake("["))
                elements.Add(ReadStep());
            else
                return new(elements);
        }
    }

    // An index, or a name in single quotes.
    private PathElement ReadStep()
    {
        var token = tokens.Take();
        tokens.Expect("]");
        if (token.Kind == StatementTokenKind.Text)
            return PathElement.Of(token.Text);
        return token.Kind == StatementTokenKind.Number && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? PathElement.At(index)
            : throw tokens.NotWellFormed();
    }

    private FunctionOperand ReadFunction()
    {
        var name = tokens.Take().Text.ToLowerInvariant();
        if (!functions.Contains(name))
            throw DynamoDBException.Validation($"Unrecognized function: {name}");
        tokens.Expect("(");
        var arguments = tokens.Within(() => tokens.List(Read));
        tokens.Expect(")");
        return new(name, [.. arguments]);
    }
}
