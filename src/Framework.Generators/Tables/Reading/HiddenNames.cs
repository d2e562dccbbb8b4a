using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds the names of <see cref="LibraryNames"/> that an author's own names hide.</summary>
internal static class HiddenNames
{
    /// <summary>The names that mean something else in a type's own code, or in the paths of its values.</summary>
    public static IEnumerable<string> Of(INamedTypeSymbol type)
    {
        var members = ReachableNames.Of(type);
        return LibraryNames.All
            .Where(library => IsHidden(type, library.Name, library.Arity) || (library.Arity == 0 && members.Contains(library.Name)))
            .Select(library => library.Name);
    }

    private static bool IsHidden(INamedTypeSymbol type, string name, int arity)
    {
        for (var container = type; container is not null; container = container.ContainingType)
            if (Hierarchy.Types(container).Any(current => current.GetTypeMembers(name, arity).Length > 0))
                return true;
        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
            if (space.GetTypeMembers(name, arity).Length > 0)
                return true;
        return false;
    }
}
