using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions.Binding;

internal sealed class ProjectionBinder(ExpressionAttributes attributes)
{
    private readonly OperandBinder _operands = new(attributes);

    public IReadOnlyList<DocumentPath> Bind(EquatableList<DocumentPath> paths)
    {
        foreach (var path in paths)
            ExpressionRules.CheckReserved(path);
        DocumentPath[] bound = [.. paths.Select(_operands.Bind)];
        ExpressionRules.CheckOverlap(bound);
        return bound;
    }
}
