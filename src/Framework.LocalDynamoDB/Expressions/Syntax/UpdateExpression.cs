namespace Framework.LocalDynamoDB.Expressions.Syntax;

internal enum UpdateKind
{
    Set,
    Remove,
    Add,
    Delete,
}

/// <summary>One change; <see cref="Value"/> is null only for REMOVE.</summary>
internal sealed record UpdateAction(UpdateKind Kind, DocumentPath Path, Operand? Value);

/// <summary>One of the four clauses of an update expression.</summary>
internal sealed record UpdateSection(UpdateKind Kind, EquatableList<UpdateAction> Actions);

internal sealed record UpdateExpression(EquatableList<UpdateSection> Sections)
{
    public IEnumerable<UpdateAction> Actions => Sections.SelectMany(section => section.Actions);
}
