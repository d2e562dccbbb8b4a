using Microsoft.CodeAnalysis;

namespace Framework.Generators.Common;

/// <summary>Extensions of types.</summary>
internal static class TypeExtensions
{
    /// <summary>The type and those that it derives from, the type itself first.</summary>
    public static IEnumerable<T> Levels<T>(this T type) where T : class, ITypeSymbol
    {
        for (var level = type; level is not null; level = level.BaseType as T)
            yield return level;
    }

    /// <summary>The type inside a nullable value type; else the type itself.</summary>
    public static ITypeSymbol Bare(this ITypeSymbol type) => type.IsNullableValue() ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    /// <summary>Whether it is a nullable value type, such as <c>int?</c>.</summary>
    public static bool IsNullableValue(this ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether the type belongs to .NET and not to an author.</summary>
    public static bool IsSystem(this ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space?.Name is "System" or "Microsoft";
    }

    /// <summary>Whether a type, or its definition where it is generic, has the full name, as in
    /// <c>System.IParsable&lt;TSelf&gt;</c>.</summary>
    public static bool Is(this ITypeSymbol type, string fullName) => type.OriginalDefinition.ToDisplayString() == fullName;
}
