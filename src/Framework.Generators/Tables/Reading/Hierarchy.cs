using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>The members of a type, with those of its base types.</summary>
internal static class Hierarchy
{
    /// <summary>The types that it derives from and itself, the outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            types.Push(current);
        return types;
    }

    /// <summary>All properties, a base's first. One that is overridden or hidden counts once, as the type itself has
    /// it.</summary>
    public static IReadOnlyList<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var found = new List<IPropertySymbol>();
        foreach (var property in Types(type).SelectMany(current => current.GetMembers().OfType<IPropertySymbol>()))
        {
            var hidden = found.FindIndex(other => other.Name == property.Name);
            if (property is { IsStatic: true } or { IsIndexer: true })
                continue;
            if (hidden < 0)
                found.Add(property);
            else
                found[hidden] = property;
        }
        return found;
    }

    /// <summary>A property by its name.</summary>
    public static IPropertySymbol? Property(INamedTypeSymbol type, string name) =>
        Properties(type).FirstOrDefault(property => property.Name == name);

    /// <summary>The property and those that it overrides, the first declared first.</summary>
    public static IEnumerable<IPropertySymbol> Overridden(IPropertySymbol property)
    {
        var chain = new Stack<IPropertySymbol>();
        for (var current = property; current is not null; current = current.OverriddenProperty)
            chain.Push(current);
        return chain;
    }

    /// <summary>The setter of the property; an override may inherit it.</summary>
    public static IMethodSymbol? Setter(IPropertySymbol property) =>
        Overridden(property).Select(declared => declared.SetMethod).LastOrDefault(set => set is not null);

    /// <summary>The getter of the property.</summary>
    public static IMethodSymbol? Getter(IPropertySymbol property) =>
        Overridden(property).Select(declared => declared.GetMethod).LastOrDefault(get => get is not null);
}
