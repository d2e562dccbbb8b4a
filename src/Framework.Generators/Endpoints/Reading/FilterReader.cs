using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the filters around an endpoint: <c>[Filter&lt;Audit&gt;]</c> of the service, of its base classes and its own.</summary>
internal static class FilterReader
{
    private static readonly PartReader Parts = new(EndpointDiagnostics.UnusableFilter, WellKnown.FilterContract, "InvokeAsync");

    /// <summary>The filters, the outermost first.</summary>
    /// <param name="type">The endpoint's class.</param>
    /// <param name="service">The project that serves it.</param>
    /// <param name="report">Takes what is wrong.</param>
    public static EquatableArray<PartModel> Read(INamedTypeSymbol type, IAssemblySymbol service, Action<DiagnosticInfo> report) =>
        Parts.Read(type.Name, service, Attributes(type, service).Select(attribute => (attribute, (ITypeSymbol?)attribute.AttributeClass!.TypeArguments[0])), report);

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type, IAssemblySymbol service) =>
        new ISymbol[] { service, type.ContainingAssembly }.Distinct(SymbolEqualityComparer.Default).Concat(type.Levels().Reverse())
            .SelectMany(place => place!.GetAttributes())
            .Where(attribute => attribute.AttributeClass?.Is(WellKnown.Filter) == true);
}
