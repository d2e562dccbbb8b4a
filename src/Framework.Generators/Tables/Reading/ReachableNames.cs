using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Collects the names of all members of a type and of the types of its values. Generated names must differ from
/// them, and generated code must not refer to them.</summary>
internal sealed class ReachableNames
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = [];

    private ReachableNames()
    {
    }

    public static HashSet<string> Of(INamedTypeSymbol type)
    {
        var names = new ReachableNames();
        names.Visit(type);
        return names._names;
    }

    private void Visit(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            Visit(array.ElementType);
        if (type is not INamedTypeSymbol named || !_seen.Add(named))
            return;
        foreach (var argument in named.TypeArguments)
            Visit(argument);
        if (named.IsSystem())
            return;
        foreach (var member in Hierarchy.Types(named).SelectMany(current => current.GetMembers()))
            _names.Add(member.Name);
        foreach (var property in Hierarchy.Properties(named))
            Visit(property.Type);
        foreach (var derived in TypeMarks.Of(named).DerivedTypes)
            if (derived.Type(0) is { } found)
                Visit(found);
    }
}
