using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>Turns a parsed update into changes that can be applied; errors are found in the service's order.</summary>
internal sealed class UpdateBinder(ExpressionAttributes attributes)
{
    public const string IfNotExists = "if_not_exists";
    public const string ListAppend = "list_append";

    private readonly OperandBinder _operands = new(attributes);

    public IReadOnlyList<UpdateAction> Bind(UpdateExpression update)
    {
        UpdateAction[] actions = [.. update.Actions];
        foreach (var action in actions)
        {
            ExpressionRules.CheckReserved(action.Path);
            if (action.Value is not null)
                CheckWords(action.Value, isNested: false);
        }

        CheckSections(update.Sections);
        DocumentPath[] paths = [.. actions.Select(action => _operands.Bind(action.Path))];
        ExpressionRules.CheckOverlap(paths);
        // The service goes through the values from the last one to the first.
        var bound = new UpdateAction[actions.Length];
        for (var i = actions.Length - 1; i >= 0; i--)
            bound[i] = BindValue(actions[i], paths[i]);
        return bound;
    }

    private UpdateAction BindValue(UpdateAction action, DocumentPath path)
    {
        if (action.Value is null)
            return new(action.Kind, path, null);
        var bound = new UpdateAction(action.Kind, path, _operands.Bind(action.Value));
        CheckValue(bound);
        return bound;
    }

    /// <summary>Checks a change's value as far as it is possible without an item.</summary>
    public static void CheckValue(UpdateAction action)
    {
        CheckChange(action);
        Operand[] operands = [.. SyntaxWalk.Operands(action.Value!)];
        foreach (var function in operands.OfType<FunctionOperand>())
            CheckArity(function);
        foreach (var operand in operands)
            CheckOperand(operand);
    }

    /// <summary>From left to right, and from the outside in.</summary>
    private static void CheckWords(Operand operand, bool isNested)
    {
        if (operand is PathOperand path)
            ExpressionRules.CheckReserved(path.Path);
        if (operand is FunctionOperand function)
            CheckFunction(function.Name, isNested);
        foreach (var child in SyntaxWalk.Children(operand))
            CheckWords(child, isNested || operand is FunctionOperand or ArithmeticOperand);
    }

    private static void CheckFunction(string name, bool isNested)
    {
        if (name is ConditionFunctions.AttributeExists or ConditionFunctions.AttributeNotExists
            or ConditionFunctions.AttributeType or ConditionFunctions.BeginsWith
            or ConditionFunctions.Contains or ConditionFunctions.Size)
            throw new ExpressionException($"The function is not allowed in an update expression; function: {name}");
        if (name is not (IfNotExists or ListAppend))
            throw new ExpressionException($"Invalid function name; function: {name}");
        // list_append yields a list only where it is the whole value.
        if (isNested && name == ListAppend)
            throw new ExpressionException(
                $"The function is not allowed to be used this way in an expression; function: {ListAppend}");
    }

    private static void CheckSections(EquatableList<UpdateSection> sections)
    {
        var repeated = sections.GroupBy(section => section.Kind).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
            throw new ExpressionException(
                $"The \"{repeated.Key.ToString().ToUpperInvariant()}\" section can only be used once "
                + "in an update expression;");
    }

    private static void CheckChange(UpdateAction action)
    {
        if (action.Value is not ConstantOperand { Value: var value } || action.Kind == UpdateKind.Set)
            return;
        if (value is SetValue || (action.Kind == UpdateKind.Add && value is NumberValue))
            return;
        var verb = action.Kind.ToString().ToUpperInvariant();
        throw new ExpressionException(
            $"Incorrect operand type for operator or function; operator: {verb}, "
            + $"operand type: {LongName(value.Type)}, typeSet: ALLOWED_FOR_{verb}_OPERAND");
    }

    private static void CheckArity(FunctionOperand function)
    {
        if (function.Arguments.Count != 2)
            throw new ExpressionException(
                "Incorrect number of operands for operator or function; "
                + $"operator or function: {function.Name}, number of operands: {function.Arguments.Count}");
    }

    private static void CheckOperand(Operand operand)
    {
        switch (operand)
        {
            case FunctionOperand { Name: IfNotExists } function when function.Arguments[0] is not PathOperand:
                throw new ExpressionException(
                    $"Operator or function requires a document path; operator or function: {IfNotExists}");
            case FunctionOperand { Name: IfNotExists } function:
                ExpressionRules.CheckDistinct(IfNotExists, function.Arguments[0], function.Arguments[1]);
                break;
            case FunctionOperand { Name: ListAppend } function:
                RequireType(ListAppend, AttributeType.L, function.Arguments);
                break;
            case ArithmeticOperand sum:
                RequireType(sum.Operator, AttributeType.N, [sum.Left, sum.Right]);
                break;
        }
    }

    /// <summary>The type of a value, as far as it is known without an item.</summary>
    public static AttributeType? TypeOf(Operand operand) => operand switch
    {
        ConstantOperand constant => constant.Value.Type,
        ArithmeticOperand => AttributeType.N,
        FunctionOperand { Name: ListAppend } => AttributeType.L,
        FunctionOperand { Name: IfNotExists } function => TypeOf(function.Arguments[1]),
        _ => null,
    };

    private static void RequireType(string function, AttributeType type, EquatableList<Operand> operands)
    {
        foreach (var operand in operands)
            if (operand is ConstantOperand constant && constant.Value.Type != type)
                throw ExpressionRules.OperandType(function, constant.Value.Type);
    }

    private static string LongName(AttributeType type) => type switch
    {
        AttributeType.S => "STRING",
        AttributeType.N => "NUMBER",
        AttributeType.B => "BINARY",
        AttributeType.BOOL => "BOOLEAN",
        AttributeType.L => "LIST",
        AttributeType.M => "MAP",
        _ => type.ToString(),
    };
}
