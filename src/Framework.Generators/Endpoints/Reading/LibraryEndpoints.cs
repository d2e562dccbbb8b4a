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
    public static EquatableArray<EndpointResult> Read(Compilation compilation) =>
        compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
            .Where(MayHaveEndpoints)
            .SelectMany(LibraryTypes.In)
            .Where(type => RouteReader.Attributes(type).Count > 0)
            .Select(type => Read(type, compilation))
            .ToEquatableArray();

    private static bool MayHaveEndpoints(IAssemblySymbol library) =>
        library.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Framework))
        && !library.GetAttributes().Any(IsServiceMark);

    private static bool IsServiceMark(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.Text(0) == ServiceModel.Mark;

    private static EndpointResult Read(INamedTypeSymbol type, Compilation service) =>
        service.IsSymbolAccessibleWithin(type, service.Assembly)
            ? EndpointReader.Read(type, service.Assembly)
            : EndpointReader.Failed(DiagnosticInfo.Of(EndpointDiagnostics.HiddenEndpoint, LocationInfo.Of(type), type.Name, type.ContainingAssembly.Name));
}
