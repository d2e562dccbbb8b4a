using Microsoft.CodeAnalysis;

namespace Framework.Generators.Services;

/// <summary>What can be wrong with the services that a project registers. <c>docs/diagnostics.md</c> says more.</summary>
internal static class ServiceDiagnostics
{
    public static readonly DiagnosticDescriptor ScopedInSingleton = new(
        "FWK301", "A singleton keeps no scoped service",
        "{0} is a singleton and asks for {1}, which is scoped: the first invocation's {1} would serve all others; register {0} as scoped, or let it ask for IServiceScopeFactory",
        "Framework.Services", DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("FWK301"), customTags: WellKnownDiagnosticTags.CompilationEnd);
}
