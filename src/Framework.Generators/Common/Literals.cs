using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Common;

/// <summary>Writes a constant as C#.</summary>
internal static class Literals
{
    /// <summary>A text as C#.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>An attribute's argument as C#, of its exact type even where it is boxed.</summary>
    public static string Of(TypedConstant constant)
    {
        if (constant.Value is ITypeSymbol named)
            return $"typeof({TypeNames.Of(named)})";
        var typeName = TypeNames.Of(constant.Type!);
        var text = Of(constant.Value, constant.Type!, typeName);
        return constant.Value is string or char or bool or int || constant.Type!.TypeKind == TypeKind.Enum ? text : $"({typeName})({text})";
    }

    public static string Of(object? value, ITypeSymbol type, string typeName) => value switch
    {
        null => "default",
        _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration => OfEnum(value, enumeration, typeName),
        string text => Quoted(text),
        char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
        bool truth => truth ? "true" : "false",
        float.NaN or double.NaN => $"{typeName}.NaN",
        float.PositiveInfinity or double.PositiveInfinity => $"{typeName}.PositiveInfinity",
        float.NegativeInfinity or double.NegativeInfinity => $"{typeName}.NegativeInfinity",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string OfEnum(object value, INamedTypeSymbol type, string typeName) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value)) is { } field
            ? $"{typeName}.{Naming.Escape(field.Name)}"
            : $"({typeName})({Convert.ToString(value, CultureInfo.InvariantCulture)})";
}
