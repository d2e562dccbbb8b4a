using System.Collections.Immutable;
using Framework.Generators.Tables.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Framework.Generators.Tables;

/// <summary>Warns where an endpoint reads a whole table: its price and its time grow with the table.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScanAnalyzer : DiagnosticAnalyzer
{
    private const string Routing = "Framework.Routing";
    private const string Tables = "Framework.DynamoDB";
    private const string Sdk = "Amazon.DynamoDBv2";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TableDiagnostics.ScanInEndpoint];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var method = ((IInvocationOperation)context.Operation).TargetMethod;
        if (IsScan(method) && EndpointOf(context.ContainingSymbol) is { } endpoint)
            context.ReportDiagnostic(Diagnostic.Create(
                TableDiagnostics.ScanInEndpoint, context.Operation.Syntax.GetLocation(), endpoint.Name, method.Name));
    }

    private static bool IsScan(IMethodSymbol method)
    {
        var space = method.ContainingNamespace.ToDisplayString();
        return method.Name == "ScanEntireTableAsync" && space == Tables
            || method.Name is "Scan" or "ScanAsync" or "FromScanAsync" && (space == Sdk || space.StartsWith(Sdk + "."));
    }

    private static INamedTypeSymbol? EndpointOf(ISymbol symbol)
    {
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
            if (type.GetAttributes().Any(IsRoute))
                return type;
        return null;
    }

    private static bool IsRoute(AttributeData attribute) =>
        attribute.IsOf(Routing);
}
