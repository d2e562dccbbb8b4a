using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Lists what a library shows to others.</summary>
internal static class PublicTypes
{
    /// <summary>Its public types, nested ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> In(IAssemblySymbol library) => In(library.GlobalNamespace);

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol owner) => owner.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .Where(member => member is INamespaceSymbol or { DeclaredAccessibility: Accessibility.Public })
        .SelectMany(member => member is INamedTypeSymbol type ? In(type).Prepend(type) : In(member));
}
