using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>Replaces placeholders by their names and values, and removes parentheses.</summary>
internal sealed class OperandBinder(ExpressionAttributes attributes)
{
    public DocumentPath Bind(DocumentPath path) => path.Elements.Any(IsPlaceholder)
        ? new([.. path.Elements.Select(element =>
            IsPlaceholder(element) ? PathElement.Of(attributes.Name(element.Name!)) : element)])
        : path;

    public Operand Bind(Operand operand) => operand switch
    {
        PathOperand path => new PathOperand(Bind(path.Path)),
        PlaceholderOperand placeholder => new ConstantOperand(attributes.Value(placeholder.Name)),
        FunctionOperand function => new FunctionOperand(function.Name, Bind(function.Arguments)),
        ArithmeticOperand sum => new ArithmeticOperand(sum.Operator, Bind(sum.Left), Bind(sum.Right)),
        GroupedOperand group => Bind(group.Inner),
        _ => operand,
    };

    public EquatableList<Operand> Bind(EquatableList<Operand> operands) => new([.. operands.Select(Bind)]);

    private static bool IsPlaceholder(PathElement element) => element.Name is ['#', ..];
}
