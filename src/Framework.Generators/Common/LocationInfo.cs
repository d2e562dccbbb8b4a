using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Framework.Generators.Common;

/// <summary>A place in the source that can be cached: a <see cref="Location"/> would keep its whole tree alive.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo? Of(ISymbol symbol) => symbol.Locations.FirstOrDefault() is { } first ? Of(first) : null;

    public static LocationInfo? Of(SyntaxReference? syntax) =>
        syntax is null ? null : Of(Location.Create(syntax.SyntaxTree, syntax.Span));

    public static LocationInfo? Of(Location location) => location.SourceTree is null
        ? null
        : new(location.SourceTree.FilePath, location.SourceSpan, location.GetLineSpan().Span);

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
