using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads <c>OpenEndpoints.txt</c>: an endpoint a line, and comments that begin with <c>#</c>.</summary>
internal static class OpenListReader
{
    public const string FileName = "OpenEndpoints.txt";

    public static bool IsList(AdditionalText file) => Path.GetFileName(file.Path) == FileName;

    public static EquatableArray<OpenListModel> Read(AdditionalText file, CancellationToken cancellation) =>
        (file.GetText(cancellation)?.Lines ?? Enumerable.Empty<TextLine>())
            .Where(line => $"{line}".Trim() is { Length: > 0 } text && text[0] != '#')
            .Select(line => new OpenListModel($"{line}".Trim(), Place(file, line)))
            .ToEquatableArray();

    private static LocationInfo Place(AdditionalText file, TextLine line) =>
        new(file.Path, line.Span, new LinePositionSpan(new(line.LineNumber, 0), new(line.LineNumber, line.Span.Length)));
}
