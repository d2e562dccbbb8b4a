using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>Rules that apply to every grammar.</summary>
internal static class ExpressionRules
{
    /// <summary>Bytes of one expression string (developer guide, "Quotas").</summary>
    public const int MaxLength = 4096;

    /// <summary>Operators and functions in one expression (developer guide, "Quotas").</summary>
    public const int MaxOperators = 300;

    public static void CheckReserved(DocumentPath path)
    {
        var reserved = path.Elements
            .FirstOrDefault(element => element.Name is { } name && name[0] != '#' && ReservedWords.Contains(name));
        if (reserved.Name is { } word)
            throw new ExpressionException($"Attribute name is a reserved keyword; reserved keyword: {word}");
    }

    public static void CheckParentheses(IEnumerable<Operand> operands)
    {
        if (operands.Any(operand => operand is GroupedOperand { Inner: GroupedOperand }))
            throw RedundantParentheses();
    }

    public static ExpressionException RedundantParentheses() =>
        new("The expression has redundant parentheses;");

    /// <summary>No two paths may be the same, lie within each other, or need a list and a map in one place.</summary>
    public static void CheckOverlap(IReadOnlyList<DocumentPath> paths)
    {
        ExpressionException? conflict = null;
        for (var second = 1; second < paths.Count; second++)
            for (var first = 0; first < second; first++)
                switch (Relate(paths[first], paths[second]))
                {
                    case Relation.Overlap:
                        throw TwoPaths("overlap", paths[first], paths[second]);
                    case Relation.Conflict:
                        conflict ??= TwoPaths("conflict", paths[first], paths[second]);
                        break;
                }

        if (conflict is not null)
            throw conflict;
    }

    public static void CheckDistinct(string name, Operand first, params IEnumerable<Operand> others)
    {
        if (first is PathOperand one && others.OfType<PathOperand>().Any(other => one.Path.Equals(other.Path)))
            throw new ExpressionException(
                "The first operand must be distinct from the remaining operands for this operator or function; "
                + $"operator: {name}, first operand: {one.Path}");
    }

    public static ExpressionException OperandType(string function, AttributeType type) =>
        new($"Incorrect operand type for operator or function; operator or function: {function}, operand type: {type}");

    private static Relation Relate(DocumentPath one, DocumentPath two)
    {
        var common = Math.Min(one.Elements.Count, two.Elements.Count);
        for (var i = 0; i < common; i++)
        {
            if (one.Elements[i].IsIndex != two.Elements[i].IsIndex)
                return Relation.Conflict;
            if (one.Elements[i] != two.Elements[i])
                return Relation.None;
        }

        return Relation.Overlap;
    }

    private static ExpressionException TwoPaths(string verb, DocumentPath one, DocumentPath two) =>
        new($"Two document paths {verb} with each other; must remove or rewrite one of these paths; "
            + $"path one: {one}, path two: {two}");

    private enum Relation
    {
        None,
        Conflict,
        Overlap,
    }
}
