using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Parsing;

/// <summary>Turns a type with <c>[Projection]</c> into a model, or into what is wrong with it.</summary>
internal static class ViewParser
{
    public static ViewResult Parse(
        INamedTypeSymbol type, TypeDeclarationSyntax syntax, AttributeData projection, Compilation compilation,
        CancellationToken cancellation)
    {
        var diagnostics = new List<DiagnosticInfo>();
        Declarations.Check(type, syntax, diagnostics.Add);
        if (projection.Type(0) is not { } item || !item.GetAttributes().Any(IsTable))
        {
            diagnostics.Add(DiagnosticInfo.Of(
                TableDiagnostics.NotAnItem, projection.Location(), projection.Type(0)?.Name ?? "It"));
            return new(null, diagnostics.ToEquatableArray());
        }
        cancellation.ThrowIfCancellationRequested();
        // What is wrong with the item's own properties is told where they are.
        var faults = new List<DiagnosticInfo>();
        var parsers = ItemParsers.Create(type, compilation, faults.Add);
        var shape = parsers.Shapes.ParseView(type, item, diagnostics.Add);
        if (diagnostics.Count > 0 || faults.Exists(fault => fault.IsError))
            return new(null, diagnostics.ToEquatableArray());
        return new(
            new(
                Declarations.PlaceOf(type, syntax, "Projection"),
                parsers.Names.Of(item.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
                shape,
                parsers.Maps.Found.ToEquatableArray(),
                parsers.Maps.Unions.ToEquatableArray(),
                parsers.Enums.Found.ToEquatableArray()),
            EquatableArray<DiagnosticInfo>.Empty);
    }

    private static bool IsTable(AttributeData attribute) =>
        attribute.AttributeClass?.ToDisplayString() == WellKnown.Table;
}
