using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>The readers of one item, which know each other, because its types may hold each other.</summary>
internal sealed record ItemReaders(
    PlainNames Names, MethodNames Methods, EnumReader Enums, MapReader Maps, ShapeReader Shapes)
{
    public static ItemReaders Create(INamedTypeSymbol type, Compilation compilation, Action<DiagnosticInfo> report)
    {
        var names = new PlainNames(type);
        var methods = new MethodNames(ReachableNames.Of(type));
        var enums = new EnumReader(names, methods);
        var maps = new MapReader(names, methods, report);
        var values = new ValueReader(names, maps, enums, new(names, report));
        var shapes = new ShapeReader(type, compilation, values, names, report);
        maps.ReadShape = (nested, name) => shapes.Read(nested, name, isItem: false);
        return new(names, methods, enums, maps, shapes);
    }
}
