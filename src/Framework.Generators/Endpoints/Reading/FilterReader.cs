using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the filters around an endpoint: <c>[Filter&lt;Audit&gt;]</c> of the service, of its base classes and its own.</summary>
internal static class FilterReader
{
    /// <summary>The filters, the outermost first.</summary>
    /// <param name="type">The endpoint's class.</param>
    /// <param name="service">The project that serves it.</param>
    /// <param name="report">Takes what is wrong.</param>
    public static EquatableArray<FilterModel> Read(INamedTypeSymbol type, IAssemblySymbol service, Action<DiagnosticInfo> report)
    {
        var filters = new List<FilterModel>();
        foreach (var attribute in Attributes(type, service))
        {
            if (attribute.AttributeClass!.TypeArguments[0] is not INamedTypeSymbol filter || TypeAccess.IsUnknown(filter))
                continue;
            var constructor = ConstructorReader.Find(filter);
            var problem = Problem(filter, constructor, service)
                ?? (filters.Any(known => known.TypeName == TypeNames.Of(filter)) ? $"it is around {type.Name} already: remove one of the two" : null);
            if (problem is not null)
            {
                report(DiagnosticInfo.Of(EndpointDiagnostics.UnusableFilter, attribute.Location(), filter.Name, problem));
                continue;
            }
            foreach (var unusable in ConstructorReader.Problems(filter.Name, constructor!))
                report(unusable);
            filters.Add(new FilterModel(TypeNames.Of(filter), ConstructorReader.Dependencies(constructor!), EgressReader.Of(constructor!)));
        }
        return filters.ToEquatableArray();
    }

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type, IAssemblySymbol service) =>
        new ISymbol[] { service, type.ContainingAssembly }.Distinct(SymbolEqualityComparer.Default).Concat(type.Levels().Reverse())
            .SelectMany(place => place!.GetAttributes())
            .Where(attribute => attribute.AttributeClass?.Is(WellKnown.Filter) == true);

    private static string? Problem(INamedTypeSymbol filter, IMethodSymbol? constructor, IAssemblySymbol service)
    {
        if (constructor is null || !IsVisible(filter, service) || !IsVisible(constructor, service))
            return "make it a class that is neither abstract nor generic, at least internal, with one constructor";
        // It is made for each request, and nothing would dispose it.
        return filter.AllInterfaces.Any(one => one.Is("System.IDisposable") || one.Is("System.IAsyncDisposable"))
            ? "it is disposable: keep what it disposes in a service, and ask for that"
            : null;
    }

    private static bool IsVisible(ISymbol symbol, IAssemblySymbol service) =>
        symbol.DeclaredAccessibility == Accessibility.Public
        || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, service)
        || symbol.ContainingAssembly.GivesAccessTo(service);
}
