using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Names types in generated code.</summary>
internal static class TypeNames
{
    public const string Attributes = "Framework.Routing.";
    public const string Caller = "global::Framework.Identity.Caller";
    public const string Request = "global::Framework.Http.Request";
    public const string Response = "global::Framework.Http.Response";
    public const string Invocation = "global::Framework.Runtime.Invocation";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string FromHeader = "Framework.Binding.FromHeaderAttribute";
    public const string Range = "System.ComponentModel.DataAnnotations.RangeAttribute";
    public const string JsonResult = "global::Framework.Http.JsonResult<T>";

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat FullNullable = Full.WithMiscellaneousOptions(
        Full.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type without the question marks of nullable references.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>The type with the question marks of nullable references.</summary>
    public static string WithNullability(ITypeSymbol type) => type.ToDisplayString(FullNullable);

    /// <summary>Whether generated code, in the same assembly, may name the type.</summary>
    public static bool IsReachable(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || current.DeclaredAccessibility
                is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }
        return true;
    }

    /// <summary>The type as an author would write it, for messages.</summary>
    public static string ForPeople(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
