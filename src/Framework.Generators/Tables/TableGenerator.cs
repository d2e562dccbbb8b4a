using Framework.Generators.Tables.Parsing;
using Framework.Generators.Tables.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables;

/// <summary>Writes the mapping of each type with <c>[Table]</c>.</summary>
[Generator]
public sealed class TableGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var results = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.Table,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => TableParser.Parse(
                    (INamedTypeSymbol)found.TargetSymbol, (TypeDeclarationSyntax)found.TargetNode,
                    found.SemanticModel.Compilation, cancellation))
            .WithTrackingName(TableSteps.Parse);

        var diagnostics = results
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TableSteps.Diagnostics);
        context.RegisterSourceOutput(
            diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        var models = results
            .Where(static result => result.Model is not null)
            .Select(static (result, _) => result.Model!)
            .WithTrackingName(TableSteps.Models);
        context.RegisterSourceOutput(
            models, static (output, model) => output.AddSource(model.FileName, TableWriter.Write(model)));
    }
}
