using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Reads the SET and REMOVE clauses of an UPDATE into the changes that an update expression becomes.</summary>
internal sealed class ChangeReader(TokenReader tokens, ValueReader values)
{
    private const string SetAdd = "set_add";
    private const string SetDelete = "set_delete";

    private static readonly string[] Functions = [UpdateBinder.IfNotExists, UpdateBinder.ListAppend, SetAdd, SetDelete];

    private readonly OperandReader _operands = new(tokens, values, Functions);

    public IReadOnlyList<UpdateAction> Read()
    {
        var actions = new List<UpdateAction>();
        while (true)
        {
            if (tokens.TryTakeWords("SET"))
                actions.AddRange(tokens.List(ReadSet));
            else if (tokens.TryTakeWords("REMOVE"))
                actions.Add(new(UpdateKind.Remove, _operands.ReadPath(), null));
            else
                break;
        }
        if (actions.Count == 0)
            throw tokens.NotWellFormed();
        ExpressionRules.CheckOverlap([.. actions.Select(action => action.Path)]);
        foreach (var action in actions.Where(action => action.Value is not null))
            UpdateBinder.CheckValue(action);
        return actions;
    }

    private UpdateAction ReadSet()
    {
        var path = _operands.ReadPath();
        tokens.Expect("=");
        return ReadSum() is var value && value is FunctionOperand { Name: SetAdd or SetDelete } function
            ? OfSet(path, function)
            : new(UpdateKind.Set, path, value);
    }

    private static UpdateAction OfSet(DocumentPath path, FunctionOperand function)
    {
        var name = function.Name.ToUpperInvariant();
        if (function.Arguments.Count != 2 || function.Arguments[0] is not PathOperand first || !first.Path.Equals(path))
            throw DynamoDBException.Validation($"The first argument to {name} must equal the assignment value");
        return function.Arguments[1] is ConstantOperand { Value: SetValue }
            ? new(function.Name == SetAdd ? UpdateKind.Add : UpdateKind.Delete, path, function.Arguments[1])
            : throw DynamoDBException.Validation($"The second argument to {name} must be a value with type SET");
    }

    private Operand ReadSum()
    {
        var sum = ReadTerm();
        while (tokens.Current.Is("+") || tokens.Current.Is("-"))
            sum = new ArithmeticOperand(tokens.Take().Text, sum, ReadTerm());
        return tokens.Current.Is("*") || tokens.Current.Is("/")
            ? throw DynamoDBException.Validation($"Unsupported operator in Update Expression. Operator: {tokens.Current.Text}")
            : sum;
    }

    private Operand ReadTerm()
    {
        if (!tokens.TryTake("("))
            return _operands.Read();
        var inner = tokens.Within(ReadSum);
        tokens.Expect(")");
        return inner;
    }
}
