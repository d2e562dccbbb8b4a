using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions.Evaluation;

/// <summary>The paths that a condition looks at.</summary>
internal static class ConditionPaths
{
    public static IEnumerable<DocumentPath> Of(Condition condition) =>
        SyntaxWalk.Conditions(condition).SelectMany(SyntaxWalk.OperandsOf).SelectMany(SyntaxWalk.Operands)
            .OfType<PathOperand>().Select(operand => operand.Path);
}
