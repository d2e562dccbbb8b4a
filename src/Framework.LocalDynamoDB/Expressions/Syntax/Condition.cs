namespace Framework.LocalDynamoDB.Expressions.Syntax;

/// <summary>A condition, filter or key condition expression as a tree.</summary>
internal abstract record Condition;

internal sealed record OrCondition(Condition Left, Condition Right) : Condition;

internal sealed record AndCondition(Condition Left, Condition Right) : Condition;

internal sealed record NotCondition(Condition Inner) : Condition;

/// <summary><c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
internal sealed record Comparison(string Operator, Operand Left, Operand Right) : Condition;

internal sealed record BetweenCondition(Operand Value, Operand Lower, Operand Upper) : Condition;

internal sealed record InCondition(Operand Value, EquatableList<Operand> Candidates) : Condition;

/// <summary>A function that is itself the condition, such as <c>attribute_exists(a)</c>.</summary>
internal sealed record FunctionCondition(FunctionOperand Function) : Condition;

/// <summary>Parentheses; binding removes them.</summary>
internal sealed record GroupedCondition(Condition Inner) : Condition;
