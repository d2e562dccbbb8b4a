using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Finds the types that a JSON context knows: those it names and those inside them.</summary>
internal static class JsonContextReader
{
    public static EquatableArray<string> Read(IEnumerable<AttributeData> attributes)
    {
        var known = new HashSet<string>();
        foreach (var attribute in attributes)
        {
            if (attribute.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type)
                Add(type, known);
        }
        return known.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
    }

    private static void Add(ITypeSymbol type, HashSet<string> known)
    {
        if (!known.Add(TypeNames.Of(type)))
            return;
        if (type is IArrayTypeSymbol array)
            Add(array.ElementType, known);
        if (type is not INamedTypeSymbol named)
            return;
        foreach (var argument in named.TypeArguments)
            Add(argument, known);
        if (IsSystem(named))
            return;
        for (INamedTypeSymbol? level = named; level is not null && !IsSystem(level); level = level.BaseType)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>())
            {
                if (!property.IsStatic && property.DeclaredAccessibility == Accessibility.Public)
                    Add(property.Type, known);
            }
        }
    }

    private static bool IsSystem(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true;
}
