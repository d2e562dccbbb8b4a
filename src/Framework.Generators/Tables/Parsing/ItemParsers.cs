using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Parsing;

/// <summary>The parsers of one item, which know of each other since its types may hold each other.</summary>
internal sealed record ItemParsers(
    TypeNames Names, MethodNames Methods, EnumParser Enums, MapParser Maps, ShapeParser Shapes)
{
    public static ItemParsers Create(INamedTypeSymbol type, Compilation compilation, Action<DiagnosticInfo> report)
    {
        var names = new TypeNames(type);
        var methods = new MethodNames(ReachableNames.Of(type));
        var enums = new EnumParser(names, methods);
        var maps = new MapParser(names, methods, report);
        var values = new ValueParser(names, maps, enums, new(names, report));
        var shapes = new ShapeParser(type, compilation, values, names, report);
        maps.ParseShape = (nested, name) => shapes.Parse(nested, name, isItem: false);
        return new(names, methods, enums, maps, shapes);
    }
}
