using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Reading;

/// <summary>Turns a type with <c>[Projection]</c> into a model, or into diagnostics.</summary>
internal static class ViewReader
{
    public static ViewResult Read(
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
        // Mistakes in the item's own properties are reported at the item.
        var faults = new List<DiagnosticInfo>();
        var readers = ItemReaders.Create(type, compilation, faults.Add);
        var shape = readers.Shapes.ReadView(type, item, diagnostics.Add);
        if (diagnostics.Count > 0 || faults.Exists(fault => fault.IsError))
            return new(null, diagnostics.ToEquatableArray());
        return new(
            new(
                Declarations.PlaceOf(type, syntax, "Projection"),
                readers.Names.Of(item.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
                shape,
                readers.Maps.Found.ToEquatableArray(),
                readers.Maps.Unions.ToEquatableArray(),
                readers.Enums.Found.ToEquatableArray()),
            EquatableArray<DiagnosticInfo>.Empty);
    }

    private static bool IsTable(AttributeData attribute) =>
        attribute.Is(WellKnown.Table);
}
