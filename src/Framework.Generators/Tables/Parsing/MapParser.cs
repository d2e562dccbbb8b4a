using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Parsing;

/// <summary>Gathers the types of one table's values that are stored as maps of their own.</summary>
internal sealed class MapParser(TypeNames names, MethodNames methods)
{
    private readonly Dictionary<string, ShapeModel?> _found = [];
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Reads a type's properties; set once all parsers exist, since types may hold each other.</summary>
    public Func<INamedTypeSymbol, string, ShapeModel>? ParseShape { get; set; }

    public IEnumerable<ShapeModel> Found => _found.Values.OfType<ShapeModel>();

    public static bool IsCandidate(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, SpecialType: SpecialType.None }
        && !IsSystem(type.ContainingNamespace);

    public ValueModel Parse(INamedTypeSymbol type)
    {
        var typeName = names.Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        if (!_names.TryGetValue(typeName, out var name))
        {
            _names[typeName] = name = methods.Take(type.Name);
            _found[typeName] = null;
            _found[typeName] = ParseShape!(type, name);
        }
        return new(typeName, ValueKind.Map, $"Write{name}", $"Read{name}");
    }

    private static bool IsSystem(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space.Name is "System" or "Microsoft";
    }
}
