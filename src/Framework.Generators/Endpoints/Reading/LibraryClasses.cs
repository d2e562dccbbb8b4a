using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds the endpoints and the Lambda authorizers of the libraries that a service references.</summary>
internal static class LibraryClasses
{
    private const string Framework = "Framework";

    /// <summary>Reads them, in one pass over the types.</summary>
    /// <param name="compilation">The service.</param>
    public static LibraryResults Read(Compilation compilation)
    {
        var endpoints = new List<EndpointResult>();
        var authorizers = new List<AuthorizerResult>();
        foreach (var type in Libraries(compilation).SelectMany(LibraryTypes.In))
        {
            if (RouteReader.Attributes(type).Count > 0)
                endpoints.Add(Read(type, compilation));
            if (type.Attribute(WellKnown.Authorizer) is { } attribute)
                authorizers.Add(Read(type, attribute, compilation));
        }
        return new LibraryResults(endpoints.ToEquatableArray(), authorizers.ToEquatableArray());
    }

    private static IEnumerable<IAssemblySymbol> Libraries(Compilation compilation) =>
        compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Where(MayHaveEndpoints);

    private static bool MayHaveEndpoints(IAssemblySymbol library) =>
        library.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Framework))
        && !library.GetAttributes().Any(IsServiceMark);

    private static bool IsServiceMark(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.Text(0) == ServiceModel.Mark;

    private static EndpointResult Read(INamedTypeSymbol type, Compilation service) =>
        service.IsSymbolAccessibleWithin(type, service.Assembly)
            ? EndpointReader.Read(type, service.Assembly)
            : EndpointReader.Failed(Hidden(type));

    private static AuthorizerResult Read(INamedTypeSymbol type, AttributeData attribute, Compilation service) =>
        service.IsSymbolAccessibleWithin(type, service.Assembly)
            ? AuthorizerReader.Read(type, attribute)
            : AuthorizerReader.Failed(Hidden(type));

    private static DiagnosticInfo Hidden(INamedTypeSymbol type) =>
        DiagnosticInfo.Of(EndpointDiagnostics.HiddenEndpoint, LocationInfo.Of(type), type.Name, type.ContainingAssembly.Name);
}
