using System.Collections.Immutable;
using Framework.Generators.Endpoints.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Framework.Generators.Endpoints;

/// <summary>Silences the warnings of code analysis about forms that an endpoint, an authorizer, a policy or a filter must have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Static = new(
        "FWK901", "CA1822", "HandleAsync is called on an instance, whether it needs one or not.");

    private static readonly SuppressionDescriptor Checked = new(
        "FWK902", "CA1062", "The framework calls HandleAsync, a policy's AuthorizeAsync and a filter's InvokeAsync, and gives it what it asks for, never null.");

    private static readonly SuppressionDescriptor Nested = new(
        "FWK903", "CA1034", "An endpoint's body and its rules stand inside it: one file is one microservice.");

    private static readonly SuppressionDescriptor Made = new(
        "FWK904", "CA1812", "Generated code makes endpoints, their bodies, rules, policies and filters.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Static, Checked, Nested, Made];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var suppression = SupportedSuppressions.First(known => known.SuppressedDiagnosticId == diagnostic.Id);
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var model = context.GetSemanticModel(tree);
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            var symbol = model.GetDeclaredSymbol(node, context.CancellationToken)
                ?? model.GetEnclosingSymbol(node.SpanStart, context.CancellationToken);
            if (IsOfContract(suppression, symbol))
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
        }
    }

    private static bool IsOfContract(SuppressionDescriptor suppression, ISymbol? symbol) => symbol switch
    {
        IMethodSymbol { Name: "InvokeAsync" } method when suppression == Checked && Implements(method.ContainingType, WellKnown.FilterContract) => true,
        IMethodSymbol { Name: "AuthorizeAsync" } method when suppression == Checked && Implements(method.ContainingType, WellKnown.PolicyContract) => true,
        IMethodSymbol method when suppression == Static || suppression == Checked =>
            method.Name == "HandleAsync" && IsEndpoint(method.ContainingType),
        INamedTypeSymbol type when suppression == Nested => IsEndpoint(type.ContainingType),
        INamedTypeSymbol type when suppression == Made => IsEndpoint(type) || IsEndpoint(type.ContainingType) || Implements(type, WellKnown.FilterContract) || Implements(type, WellKnown.PolicyContract),
        _ => false,
    };

    private static bool Implements(INamedTypeSymbol type, string contract) => type.AllInterfaces.Any(one => one.Is(contract));

    private static bool IsEndpoint(INamedTypeSymbol? type) => type is not null
        && (type.Has(WellKnown.Authorizer) || WellKnown.Routes.Any(type.Has));
}
