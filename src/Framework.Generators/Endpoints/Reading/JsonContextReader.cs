using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds the types that a JSON context knows: those it names and those inside them.</summary>
internal static class JsonContextReader
{
    private const string Attribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>The types of one context.</summary>
    public static EquatableArray<JsonTypeName> Read(INamedTypeSymbol context)
    {
        var names = new Dictionary<string, JsonTypeName>();
        foreach (var attribute in context.GetAttributes().Where(attribute => attribute.Is(Attribute)))
        {
            if (attribute.Value(0) is not ITypeSymbol type)
                continue;
            foreach (var inner in TypesIn(type).Where(inner => !names.ContainsKey(inner.TypeName)))
                names.Add(inner.TypeName, inner);
            if (attribute.Named("TypeInfoPropertyName") is { } own)
                names[TypeNames.Of(type)] = JsonNames.Of(type) with { PropertyName = own };
        }
        return names.Values.OrderBy(type => type.TypeName, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>A type and then the types inside it.</summary>
    public static EquatableArray<JsonTypeName> TypesIn(ITypeSymbol type) => In(type)
        .Select(JsonNames.Of).OrderBy(inner => inner.TypeName != TypeNames.Of(type)).ToEquatableArray();

    /// <summary>The enums inside a type, without those that have an author's own converter.</summary>
    public static IEnumerable<INamedTypeSymbol> EnumsIn(ITypeSymbol type) => In(type).OfType<INamedTypeSymbol>()
        .Where(inner => inner.TypeKind == TypeKind.Enum && !HasOwnForm(inner) && TypeAccess.IsUsable(inner));

    private static Dictionary<string, ITypeSymbol>.ValueCollection In(ITypeSymbol type)
    {
        var known = new Dictionary<string, ITypeSymbol>();
        Add(type, known);
        return known.Values;
    }

    // .NET's own converter asks for names, and enums are always written by name.
    private static bool HasOwnForm(INamedTypeSymbol type) => type.GetAttributes()
        .Where(attribute => attribute.Is("System.Text.Json.Serialization.JsonConverterAttribute"))
        .Any(attribute => attribute.Value(0) is not INamedTypeSymbol { Name: "JsonStringEnumConverter" });

    /// <summary>The types that the contexts of referenced projects and packages know. It reads their metadata, which
    /// takes a while, so it is asked only for what this project's own contexts lack.</summary>
    public static HashSet<string> ReadReferences(Compilation compilation)
    {
        var contexts = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "System.Text.Json")))
            .SelectMany(LibraryTypes.In)
            .Where(type => IsContext(type) && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
        return [.. contexts.SelectMany(context => Read(context)).Select(type => type.TypeName)];
    }

    private static bool IsContext(INamedTypeSymbol type) =>
        type.BaseType?.ToDisplayString() == "System.Text.Json.Serialization.JsonSerializerContext";

    private static void Add(ITypeSymbol type, Dictionary<string, ITypeSymbol> known)
    {
        var name = TypeNames.Of(type);
        if (known.ContainsKey(name))
            return;
        known.Add(name, type);
        if (type is IArrayTypeSymbol array)
            Add(array.ElementType, known);
        if (type is not INamedTypeSymbol named)
            return;
        foreach (var argument in named.TypeArguments)
            Add(argument, known);
        if (named.IsSystem())
            return;
        foreach (var level in named.Levels().TakeWhile(level => !level.IsSystem()))
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>())
            {
                if (!property.IsStatic && property.DeclaredAccessibility == Accessibility.Public && !JsonIgnore.IsIgnored(property))
                    Add(property.Type, known);
            }
        }
        foreach (var derived in BodyReader.DerivedTypes(named))
            Add(derived, known);
    }
}
