using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Reads a WHERE clause into the same tree that a condition expression becomes: OR, then AND, then NOT, then one
/// comparison.</summary>
internal sealed class WhereReader(TokenReader tokens, ValueReader values)
{
    private static readonly string[] Functions =
    [
        ConditionFunctions.AttributeExists, ConditionFunctions.AttributeNotExists, ConditionFunctions.AttributeType,
        ConditionFunctions.BeginsWith, ConditionFunctions.Contains, ConditionFunctions.Size,
    ];

    private readonly OperandReader _operands = new(tokens, values, Functions);

    public Condition Read() => Whole(ReadOr());

    private Part ReadOr()
    {
        var left = ReadAnd();
        while (tokens.TryTakeWords("OR"))
            left = new(new OrCondition(Whole(left), Whole(ReadAnd())));
        return left;
    }

    private Part ReadAnd()
    {
        var left = ReadNot();
        while (tokens.TryTakeWords("AND"))
            left = new(new AndCondition(Whole(left), Whole(ReadNot())));
        return left;
    }

    private Part ReadNot() => tokens.TryTakeWords("NOT")
        ? new(new NotCondition(Whole(tokens.Within(ReadNot))))
        : ReadPredicate();

    private Part ReadPredicate()
    {
        var left = ReadPart();
        if (left.Condition is not null)
            return IsTrue() ? left : throw tokens.NotWellFormed();
        return ReadComparison(left.Operand!) is { } condition ? new(condition) : left;
    }

    // Only at the end of parentheses is it known whether they hold an operand or a condition.
    private Part ReadPart()
    {
        if (!tokens.TryTake("("))
            return OfOperand(_operands.Read());
        var inner = tokens.Within(ReadOr);
        tokens.Expect(")");
        return inner;
    }

    private static Part OfOperand(Operand operand)
    {
        if (operand is not FunctionOperand { Name: not ConditionFunctions.Size } function)
            return new(operand);
        ConditionOperands.CheckFunctions([function]);
        return new(new FunctionCondition(function));
    }

    // A condition may be compared with true.
    private bool IsTrue() => !tokens.TryTake("=") || tokens.TryTakeWords("TRUE");

    private Condition? ReadComparison(Operand left)
    {
        var isNegated = tokens.Current.IsWord("NOT") && tokens.TryTakeWords("NOT");
        Condition? condition =
            tokens.TryTakeWords("BETWEEN") ? ReadBetween(left)
            : tokens.TryTakeWords("IN") ? ReadIn(left)
            : isNegated ? throw tokens.NotWellFormed()
            : tokens.TryTakeWords("IS") ? ReadIs(left)
            : tokens.Current.IsWord("LIKE") ? throw DynamoDBException.Validation("Unsupported operator in Condition Expression. Operator: like")
            : TakeComparator() is { } comparator ? ReadRight(comparator, left)
            : null;
        return isNegated ? new NotCondition(condition!) : condition;
    }

    private Comparison ReadRight(string comparator, Operand left)
    {
        var right = _operands.Read();
        if (tokens.Current.Is("+") || tokens.Current.Is("-") || tokens.Current.Is("*") || tokens.Current.Is("/"))
            throw DynamoDBException.Validation($"Unsupported operator in Condition Expression. Operator: {tokens.Current.Text}");
        ConditionOperands.CheckComparison(comparator, left, right);
        return new(comparator, left, right);
    }

    private BetweenCondition ReadBetween(Operand value)
    {
        var lower = _operands.Read();
        tokens.ExpectWords("AND");
        var between = new BetweenCondition(value, lower, _operands.Read());
        ConditionOperands.CheckBetween(between);
        return between;
    }

    private InCondition ReadIn(Operand value)
    {
        var end = tokens.TryTake("[") ? "]" : tokens.TryTake("(") ? ")" : throw tokens.NotWellFormed();
        if (tokens.TryTake(end))
            throw DynamoDBException.Validation("IN operator must have a left hand argument of type Variable Reference "
                + "and right hand argument of type Seq with at least one member");
        var candidates = tokens.List(_operands.Read);
        tokens.Expect(end);
        ConditionOperands.CheckInCount(candidates.Count);
        var membership = new InCondition(value, [.. candidates]);
        ConditionOperands.CheckIn(membership);
        return membership;
    }

    private Condition ReadIs(Operand value)
    {
        var isNegated = tokens.TryTakeWords("NOT");
        var isMissing = tokens.TryTakeWords("MISSING");
        if (!isMissing)
            tokens.ExpectWords("NULL");
        if (value is not PathOperand path)
            throw tokens.NotWellFormed();
        Condition condition = new FunctionCondition(isMissing
            ? new(ConditionFunctions.AttributeNotExists, [path])
            : new(ConditionFunctions.AttributeType, [path, new ConstantOperand(new StringValue("NULL"))]));
        return isNegated ? new NotCondition(condition) : condition;
    }

    private string? TakeComparator()
    {
        if (tokens.TryTake("!="))
            return "<>";
        string[] comparators = ["=", "<>", "<=", ">=", "<", ">"];
        return comparators.FirstOrDefault(tokens.TryTake);
    }

    private static Condition Whole(Part part) => part.Condition
        ?? throw DynamoDBException.Validation("WHERE clause must contain an expression that resolves to a boolean");

    private readonly record struct Part(Operand? Operand, Condition? Condition)
    {
        public Part(Operand operand)
            : this(operand, null)
        {
        }

        public Part(Condition condition)
            : this(null, condition)
        {
        }
    }
}
