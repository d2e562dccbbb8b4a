using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>The functions of conditions: their names and what they take.</summary>
internal static class ConditionFunctions
{
    public const string AttributeExists = "attribute_exists";
    public const string AttributeNotExists = "attribute_not_exists";
    public const string AttributeType = "attribute_type";
    public const string BeginsWith = "begins_with";
    public const string Contains = "contains";
    public const string Size = "size";

    /// <summary>Only the older parameters have this function. Unlike NOT contains, it requires the attribute to exist.</summary>
    public const string NotContains = "NOT_CONTAINS";

    public static void CheckName(string name)
    {
        if (name is UpdateBinder.IfNotExists or UpdateBinder.ListAppend)
            throw new ExpressionException($"The function is not allowed in a condition expression; function: {name}");
        if (ArityOf(name) is null)
            throw new ExpressionException($"Invalid function name; function: {name}");
    }

    public static void CheckArity(FunctionOperand function)
    {
        if (function.Arguments.Count != ArityOf(function.Name))
            throw new ExpressionException(
                "Incorrect number of operands for operator or function; "
                + $"operator or function: {function.Name}, number of operands: {function.Arguments.Count}");
    }

    public static void CheckOperands(FunctionOperand function)
    {
        switch (function.Name)
        {
            case AttributeExists or AttributeNotExists when function.Arguments[0] is not PathOperand:
                throw new ExpressionException(
                    $"Operator or function requires a document path; operator or function: {function.Name}");
            case BeginsWith:
                foreach (var argument in function.Arguments)
                    if (TypeOf(argument) is { } type and not (Values.AttributeType.S or Values.AttributeType.B))
                        throw ExpressionRules.OperandType(BeginsWith, type);
                break;
            case AttributeType:
                CheckTypeName(function.Arguments[1]);
                break;
            case Size when TypeOf(function.Arguments[0]) is
            { } type and (Values.AttributeType.N or Values.AttributeType.BOOL or Values.AttributeType.NULL):
                throw ExpressionRules.OperandType(Size, type);
        }
    }

    /// <summary>The type of an operand, as far as it is known without an item.</summary>
    public static AttributeType? TypeOf(Operand operand) => operand switch
    {
        ConstantOperand constant => constant.Value.Type,
        FunctionOperand { Name: Size } => Values.AttributeType.N,
        FunctionOperand => Values.AttributeType.BOOL,
        _ => null,
    };

    private static int? ArityOf(string name) => name switch
    {
        AttributeExists or AttributeNotExists or Size => 1,
        AttributeType or BeginsWith or Contains => 2,
        _ => null,
    };

    private static void CheckTypeName(Operand operand)
    {
        if (operand is not ConstantOperand { Value: StringValue name })
        {
            var type = TypeOf(operand)?.ToString() ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";
            throw new ExpressionException(
                "Incorrect operand type for operator or function; "
                + $"operator or function: {AttributeType}, operand type: {type}");
        }

        if (!Enum.TryParse<AttributeType>(name.Text, out var parsed) || parsed.ToString() != name.Text)
            throw new ExpressionException(
                $"Invalid attribute type name found; type: {name.Text}, "
                + "valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
    }
}
