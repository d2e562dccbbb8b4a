using Microsoft.CodeAnalysis;

namespace Framework.Generators.Common;

/// <summary>Which types generated code can use.</summary>
internal static class TypeAccess
{
    /// <summary>Whether generated code, in the same assembly, may name the type.</summary>
    public static bool IsReachable(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || IsForbidden(current) || current.DeclaredAccessibility
                is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }
        return true;
    }

    /// <summary>Whether generated code, in the same assembly, may name the type and keep a value of it.</summary>
    public static bool IsUsable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsUsable(array.ElementType),
        INamedTypeSymbol named => !named.IsRefLikeType && IsReachable(named) && named.TypeArguments.All(IsUsable),
        _ => false,
    };

    /// <summary>Whether the compiler does not know the type, or a type in it. The compiler reports that itself.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeKind == TypeKind.Error || named.TypeArguments.Any(IsUnknown),
        _ => false,
    };

    /// <summary>Whether the compiler refuses every use: <c>[Obsolete("...", error: true)]</c>.</summary>
    public static bool IsForbidden(ISymbol symbol) =>
        symbol.Attribute("System.ObsoleteAttribute")?.ConstructorArguments.Any(argument => argument.Value is true) == true;
}
