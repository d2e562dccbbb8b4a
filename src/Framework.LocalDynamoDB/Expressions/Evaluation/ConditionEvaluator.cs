using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Evaluation;

/// <summary>Decides whether an item meets a bound condition. A missing attribute equals nothing, and has no order.</summary>
internal static class ConditionEvaluator
{
    public static bool Holds(Condition condition, Item item) => condition switch
    {
        OrCondition or => Holds(or.Left, item) || Holds(or.Right, item),
        AndCondition and => Holds(and.Left, item) && Holds(and.Right, item),
        NotCondition not => !Holds(not.Inner, item),
        Comparison comparison => Compare(
            comparison.Operator, Evaluate(comparison.Left, item), Evaluate(comparison.Right, item)),
        BetweenCondition between => IsBetween(between, item),
        InCondition membership => IsIn(membership, item),
        FunctionCondition function => Call(function.Function, item),
        _ => throw new InvalidOperationException($"{condition.GetType().Name} is not bound."),
    };

    private static AttributeValue? Evaluate(Operand operand, Item item) => operand switch
    {
        PathOperand path => PathReader.Read(path.Path, item),
        ConstantOperand constant => constant.Value,
        FunctionOperand { Name: ConditionFunctions.Size } size => SizeOf(Evaluate(size.Arguments[0], item)),
        _ => throw new InvalidOperationException($"{operand.GetType().Name} is not bound."),
    };

    private static bool Compare(string comparator, AttributeValue? left, AttributeValue? right)
    {
        if (comparator is "=" or "<>")
            return (left is not null && left.Equals(right)) == (comparator == "=");
        return left is not null && right is not null && ValueOrder.Compare(left, right) is { } order
            && comparator switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            };
    }

    private static bool IsBetween(BetweenCondition between, Item item)
    {
        var value = Evaluate(between.Value, item);
        return Compare(">=", value, Evaluate(between.Lower, item))
            && Compare("<=", value, Evaluate(between.Upper, item));
    }

    private static bool IsIn(InCondition membership, Item item)
    {
        var value = Evaluate(membership.Value, item);
        return value is not null
            && membership.Candidates.Any(candidate => value.Equals(Evaluate(candidate, item)));
    }

    private static bool Call(FunctionOperand function, Item item)
    {
        var first = Evaluate(function.Arguments[0], item);
        switch (function.Name)
        {
            case ConditionFunctions.AttributeExists:
                return first is not null;
            case ConditionFunctions.AttributeNotExists:
                return first is null;
        }

        var second = Evaluate(function.Arguments[1], item);
        return first is not null && second is not null && function.Name switch
        {
            ConditionFunctions.AttributeType => first.Type.ToString() == ((StringValue)second).Text,
            ConditionFunctions.BeginsWith => BeginsWith(first, second),
            ConditionFunctions.NotContains => !Contains(first, second),
            _ => Contains(first, second),
        };
    }

    private static bool BeginsWith(AttributeValue value, AttributeValue prefix) => (value, prefix) switch
    {
        (StringValue text, StringValue start) => text.Text.StartsWith(start.Text, StringComparison.Ordinal),
        (BinaryValue binary, BinaryValue start) => binary.Bytes.AsSpan().StartsWith(start.Bytes),
        _ => false,
    };

    private static bool Contains(AttributeValue container, AttributeValue part) => (container, part) switch
    {
        (StringValue text, StringValue piece) => text.Text.Contains(piece.Text, StringComparison.Ordinal),
        (BinaryValue binary, BinaryValue piece) => binary.Bytes.AsSpan().IndexOf(piece.Bytes) >= 0,
        (SetValue set, _) => set.Members.Contains(part),
        (ListValue list, _) => list.Elements.Contains(part),
        _ => false,
    };

    private static NumberValue? SizeOf(AttributeValue? value)
    {
        int? size = value switch
        {
            StringValue text => text.Text.Length,
            BinaryValue binary => binary.Bytes.Length,
            SetValue set => set.Members.Count,
            ListValue list => list.Elements.Count,
            MapValue map => map.Members.Count,
            _ => null,
        };
        return size is { } number ? new(DynamoNumber.FromInt64(number)) : null;
    }
}
