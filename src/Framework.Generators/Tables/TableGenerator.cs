using Framework.Generators.Tables.Reading;
using Framework.Generators.Tables.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables;

/// <summary>Writes the mapping of each type with <c>[Table]</c>, and of each view with <c>[Projection]</c>.</summary>
[Generator]
public sealed class TableGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var items = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.Table,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => TableReader.Read(
                    (INamedTypeSymbol)found.TargetSymbol, (TypeDeclarationSyntax)found.TargetNode,
                    found.SemanticModel.Compilation, cancellation))
            .WithTrackingName(TableSteps.Read);
        Report(context, items.SelectMany(static (result, _) => result.Diagnostics).WithTrackingName(TableSteps.Diagnostics));
        var models = items
            .Where(static result => result.Model is not null)
            .Select(static (result, _) => result.Model!)
            .WithTrackingName(TableSteps.Models);
        context.RegisterSourceOutput(
            models, static (output, model) => output.AddSource(model.Place.FileName, TableWriter.Write(model)));

        var views = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.Projection,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => ViewReader.Read(
                    (INamedTypeSymbol)found.TargetSymbol, (TypeDeclarationSyntax)found.TargetNode, found.Attributes[0],
                    found.SemanticModel.Compilation, cancellation))
            .WithTrackingName(TableSteps.ReadViews);
        Report(context, views.SelectMany(static (result, _) => result.Diagnostics));
        var viewModels = views
            .Where(static result => result.Model is not null)
            .Select(static (result, _) => result.Model!)
            .WithTrackingName(TableSteps.Views);
        context.RegisterSourceOutput(
            viewModels, static (output, model) => output.AddSource(model.Place.FileName, ViewWriter.Write(model)));
    }

    private static void Report(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DiagnosticInfo> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
}
