using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds the endpoints of the libraries that a service references.</summary>
internal static class LibraryEndpoints
{
    private const string Framework = "Framework";

    /// <summary>Reads them.</summary>
    /// <param name="compilation">The service.</param>
    /// <param name="methods">The names of the attributes, without their ending.</param>
    public static EquatableArray<EndpointResult> Read(Compilation compilation, IReadOnlyList<string> methods) =>
        compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
            .Where(MayHaveEndpoints)
            .SelectMany(LibraryTypes.In)
            .SelectMany(type => Read(type, methods, compilation))
            .ToEquatableArray();

    private static bool MayHaveEndpoints(IAssemblySymbol library) =>
        library.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Framework))
        && !library.GetAttributes().Any(IsServiceMark);

    private static bool IsServiceMark(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.Text(0) == ServiceModel.Mark;

    private static IEnumerable<EndpointResult> Read(INamedTypeSymbol type, IReadOnlyList<string> methods, Compilation service) =>
        from attribute in type.GetAttributes()
        from method in methods
        where attribute.Is($"{WellKnown.Attributes}{method}Attribute")
        select service.IsSymbolAccessibleWithin(type, service.Assembly)
            ? EndpointReader.Read(type, attribute, method.ToUpperInvariant(), service.Assembly)
            : EndpointReader.Failed(DiagnosticInfo.Of(EndpointDiagnostics.HiddenEndpoint, LocationInfo.Of(type), type.Name, type.ContainingAssembly.Name));
}
