using Microsoft.CodeAnalysis;

namespace Framework.Generators.Services;

/// <summary>One service that a project registers.</summary>
/// <param name="Service">What is asked for.</param>
/// <param name="Lifetime">How long one of it lives.</param>
/// <param name="Dependencies">What making it asks for.</param>
/// <param name="Location">Where it is registered.</param>
internal sealed record Registration(
    ITypeSymbol Service, ServiceLifetime Lifetime, IReadOnlyList<ITypeSymbol> Dependencies, Location Location);
