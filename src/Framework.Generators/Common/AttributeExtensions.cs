using Microsoft.CodeAnalysis;

namespace Framework.Generators.Common;

/// <summary>Finds attributes, and reads their arguments.</summary>
internal static class AttributeExtensions
{
    /// <summary>The symbol's first attribute of a type.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="fullName">The attribute's full name.</param>
    public static AttributeData? Attribute(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.Is(fullName));

    /// <summary>Whether the symbol has an attribute of a type.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="fullName">The attribute's full name.</param>
    public static bool Has(this ISymbol symbol, string fullName) => symbol.Attribute(fullName) is not null;

    /// <summary>Whether the attribute is of a type.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="fullName">The attribute's full name.</param>
    public static bool Is(this AttributeData attribute, string fullName) => attribute.AttributeClass?.ToDisplayString() == fullName;

    /// <summary>Whether the attribute's type is in a namespace.</summary>
    public static bool IsOf(this AttributeData attribute, string space) =>
        attribute.AttributeClass?.ContainingNamespace.ToDisplayString() == space;

    public static string? Text(this AttributeData attribute, int position) => attribute.Value(position) as string;

    public static INamedTypeSymbol? Type(this AttributeData attribute, int position) => attribute.Value(position) as INamedTypeSymbol;

    public static object? Value(this AttributeData attribute, int position) =>
        attribute.ConstructorArguments.ElementAtOrDefault(position) is { Kind: not TypedConstantKind.Array } argument ? argument.Value : null;

    public static string? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    public static LocationInfo? Location(this AttributeData attribute) =>
        LocationInfo.Of(attribute.ApplicationSyntaxReference);
}
