using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Framework.Generators.Services;

/// <summary>Finds singletons that would keep a scoped service. An endpoint is constructed for every invocation, within its
/// scope, and may ask for both.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LifetimeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ServiceDiagnostics.ScopedInSingleton];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var registrations = new ConcurrentBag<Registration>();
            start.RegisterOperationAction(
                call =>
                {
                    if (RegistrationReader.Read((IInvocationOperation)call.Operation) is { } registration)
                        registrations.Add(registration);
                },
                OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => Report(end, registrations));
        });
    }

    private static void Report(CompilationAnalysisContext end, IEnumerable<Registration> registrations)
    {
        var services = registrations.ToLookup(registration => registration.Service, SymbolEqualityComparer.Default);
        foreach (var singleton in registrations.Where(registration => registration.Lifetime == ServiceLifetime.Singleton))
        {
            if (FindScoped(singleton, services, []) is { } scoped)
            {
                end.ReportDiagnostic(Diagnostic.Create(
                    ServiceDiagnostics.ScopedInSingleton, singleton.Location, TypeNames.ForPeople(singleton.Service), TypeNames.ForPeople(scoped)));
            }
        }
    }

    // A transient service lives as long as what asks for it.
    private static ITypeSymbol? FindScoped(
        Registration asking, ILookup<ISymbol?, Registration> services, HashSet<Registration> seen)
    {
        foreach (var dependency in asking.Dependencies)
        {
            var known = services[dependency].ToList();
            if (known.Count > 0 && known.All(registration => registration.Lifetime == ServiceLifetime.Scoped))
                return dependency;
            foreach (var transient in known.Where(registration => registration.Lifetime == ServiceLifetime.Transient && seen.Add(registration)))
            {
                if (FindScoped(transient, services, seen) is { } scoped)
                    return scoped;
            }
        }
        return null;
    }
}
