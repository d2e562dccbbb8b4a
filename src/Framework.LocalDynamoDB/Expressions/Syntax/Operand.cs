using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Syntax;

/// <summary>An operand of an expression. Parsing yields placeholders, and binding replaces them.</summary>
internal abstract record Operand;

internal sealed record PathOperand(DocumentPath Path) : Operand;

/// <summary><c>:name</c>, not bound yet.</summary>
internal sealed record PlaceholderOperand(string Name) : Operand;

/// <summary>A value that a placeholder stood for.</summary>
internal sealed record ConstantOperand(AttributeValue Value) : Operand;

internal sealed record FunctionOperand(string Name, EquatableList<Operand> Arguments) : Operand;

/// <summary>Plus or minus in an update expression.</summary>
internal sealed record ArithmeticOperand(string Operator, Operand Left, Operand Right) : Operand;

/// <summary>Parentheses, kept because the service refuses redundant ones; binding removes them.</summary>
internal sealed record GroupedOperand(Operand Inner) : Operand;
