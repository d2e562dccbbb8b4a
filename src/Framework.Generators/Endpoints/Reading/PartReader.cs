using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the classes that an endpoint's attributes name and generated code makes for each request: policies and filters.</summary>
/// <param name="descriptor">What is reported of a class that cannot be made.</param>
/// <param name="contract">The interface that each implements.</param>
/// <param name="method">The method that gets the request.</param>
internal sealed class PartReader(DiagnosticDescriptor descriptor, string contract, string method)
{
    /// <summary>Reads them.</summary>
    /// <param name="owner">The endpoint's name.</param>
    /// <param name="service">The project that serves it.</param>
    /// <param name="named">The attributes, each with the class that it names, in the order in which they count.</param>
    /// <param name="report">Takes what is wrong.</param>
    public EquatableArray<PartModel> Read(
        string owner, IAssemblySymbol service, IEnumerable<(AttributeData Attribute, ITypeSymbol? Type)> named, Action<DiagnosticInfo> report)
    {
        var parts = new List<PartModel>();
        foreach (var (attribute, type) in named)
        {
            if (type is not null && TypeAccess.IsUnknown(type))
                continue;
            var part = type as INamedTypeSymbol;
            var constructor = part is null ? null : ConstructorReader.Find(part);
            var problem = Problem(part, constructor, service)
                ?? (parts.Any(known => known.TypeName == TypeNames.Of(part!)) ? $"{owner} has it already: remove one of the two" : null);
            if (problem is not null)
            {
                report(DiagnosticInfo.Of(descriptor, attribute.Location(), part?.Name ?? type?.ToDisplayString() ?? "null", problem));
                continue;
            }
            foreach (var unusable in ConstructorReader.Problems(part!.Name, constructor!, method))
                report(unusable);
            parts.Add(new PartModel(TypeNames.Of(part), ConstructorReader.Dependencies(constructor!), EgressReader.Of(constructor!)));
        }
        return parts.ToEquatableArray();
    }

    private string? Problem(INamedTypeSymbol? part, IMethodSymbol? constructor, IAssemblySymbol service)
    {
        if (part is null || !part.AllInterfaces.Any(one => one.Is(contract)))
            return $"make it a class that implements {contract.Split('.').Last()}";
        if (constructor is null || !IsVisible(part, service) || !IsVisible(constructor, service))
            return "make it a class that is neither abstract nor generic, at least internal, with one constructor";
        // It is made for each request, and nothing would dispose it.
        return part.AllInterfaces.Any(one => one.Is("System.IDisposable") || one.Is("System.IAsyncDisposable"))
            ? "it is disposable: keep what it disposes in a service, and ask for that"
            : null;
    }

    private static bool IsVisible(ISymbol symbol, IAssemblySymbol service) =>
        symbol.DeclaredAccessibility == Accessibility.Public
        || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, service)
        || symbol.ContainingAssembly.GivesAccessTo(service);
}
