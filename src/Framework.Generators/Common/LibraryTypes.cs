using Microsoft.CodeAnalysis;

namespace Framework.Generators.Common;

/// <summary>Lists the types of a library.</summary>
internal static class LibraryTypes
{
    /// <summary>All of them, nested ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> In(IAssemblySymbol library) => In(library.GlobalNamespace, _ => true);

    /// <summary>Those that other assemblies can see.</summary>
    public static IEnumerable<INamedTypeSymbol> PublicIn(IAssemblySymbol library) =>
        In(library.GlobalNamespace, type => type.DeclaredAccessibility == Accessibility.Public);

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol owner, Func<INamedTypeSymbol, bool> isListed) => owner.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .Where(member => member is not INamedTypeSymbol type || isListed(type))
        .SelectMany(member => member is INamedTypeSymbol type ? In(type, isListed).Prepend(type) : In(member, isListed));
}
