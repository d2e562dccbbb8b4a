using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the policies of an endpoint: <c>[Authorize&lt;MyPolicy&gt;]</c> and <c>[Authorize(typeof(MyPolicy))]</c> of its base
/// classes and its own.</summary>
internal static class PolicyReader
{
    private static readonly PartReader Parts = new(EndpointDiagnostics.UnusablePolicy, WellKnown.PolicyContract, "AuthorizeAsync");

    /// <summary>The policies, those of base classes first.</summary>
    /// <param name="type">The endpoint's class.</param>
    /// <param name="service">The project that serves it.</param>
    /// <param name="report">Takes what is wrong.</param>
    public static EquatableArray<PartModel> Read(INamedTypeSymbol type, IAssemblySymbol service, Action<DiagnosticInfo> report) => Parts.Read(
        type.Name,
        service,
        type.Levels().Reverse().SelectMany(level => level.GetAttributes()).Where(IsAuthorize).Select(attribute => (attribute, Policy(attribute))),
        report);

    /// <summary>Whether an attribute names a policy.</summary>
    public static bool IsAuthorize(AttributeData attribute) =>
        attribute.Is(WellKnown.Authorize) || attribute.AttributeClass?.Is(WellKnown.Authorize + "<TPolicy>") == true;

    private static ITypeSymbol? Policy(AttributeData attribute) => attribute.AttributeClass!.TypeArguments is [var policy]
        ? policy
        : attribute.Value(0) as ITypeSymbol;
}
