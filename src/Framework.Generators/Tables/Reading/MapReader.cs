using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Collects the types of one table's values that are stored as maps.</summary>
internal sealed class MapReader(PlainNames names, MethodNames methods, Action<DiagnosticInfo> report)
{
    private readonly Dictionary<string, ValueModel> _values = [];
    private readonly Dictionary<string, ShapeModel?> _shapes = [];
    private readonly HashSet<string> _open = [];
    private readonly List<UnionModel> _unions = [];
    private readonly UnionReader _reader = new(names, methods, report);

    /// <summary>Reads a type's properties; set once all readers exist, since types may hold each other.</summary>
    public Func<INamedTypeSymbol, string, ShapeModel>? ReadShape { get; set; }

    public IEnumerable<ShapeModel> Found => _shapes.Values.OfType<ShapeModel>();

    public IEnumerable<UnionModel> Unions => _unions;

    public static bool IsCandidate(INamedTypeSymbol type) =>
        type is { SpecialType: SpecialType.None } && !type.IsSystem()
        && (type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
            || TypeMarks.Of(type).DerivedTypes.Count > 0);

    public ValueModel Read(INamedTypeSymbol type)
    {
        var typeName = names.Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        if (_values.TryGetValue(typeName, out var known))
        {
            if (_open.Contains(typeName))
                report(DiagnosticInfo.Of(TableDiagnostics.Recursive, LocationInfo.Of(type), type.Name));
            return known;
        }
        var name = methods.Take(type.Name);
        var value = new ValueModel(typeName, ValueKind.Map, $"Write{name}", $"Read{name}") { Shape = name };
        _values[typeName] = value;
        _open.Add(typeName);
        if (TypeMarks.Of(type).DerivedTypes.Count == 0)
            Add(type, name, isValue: true);
        else
            _unions.Add(_reader.Read(type, name, type.Name, (derived, method) => Add(derived, method, isValue: false)));
        _open.Remove(typeName);
        return value;
    }

    // Added before it is read, so that the types are in the order in which they are found.
    private void Add(INamedTypeSymbol type, string name, bool isValue)
    {
        _shapes[name] = null;
        var shape = ReadShape!(type, name) with { IsValue = isValue };
        _shapes[name] = shape;
        if (!isValue && shape.Members.FirstOrDefault(member => member.Attribute == AttributeRules.TypeName) is { } member)
            report(DiagnosticInfo.Of(
                TableDiagnostics.DuplicateAttribute,
                LocationInfo.Of(Hierarchy.Property(type, member.Property) ?? (ISymbol)type),
                member.Property, "the type's name", member.Attribute));
    }
}
