using Microsoft.CodeAnalysis;

namespace Framework.Generators.Common;

/// <summary>Names types: in full for generated code, in short for people.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat FullNullable = Full.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type without the question marks of nullable references.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>The type with the question marks of nullable references.</summary>
    public static string WithNullability(ITypeSymbol type) => type.ToDisplayString(FullNullable);

    /// <summary>The type as an author would write it, for messages.</summary>
    public static string ForPeople(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>A parameter's type as an author would write it, for messages.</summary>
    public static string ForPeople(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    } + ForPeople(parameter.Type);
}
