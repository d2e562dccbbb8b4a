using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads from constructors where a function's calls over the network go.</summary>
internal static class EgressReader
{
    private const string Attribute = "Framework.Resources.EgressAttribute";

    // Services that call nothing.
    private static readonly HashSet<string> Silent =
    [
        "System.TimeProvider",
        "Framework.Metrics.IMetrics",
        "Framework.Runtime.LambdaEnvironment",
        "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Logging.ILogger<TCategoryName>",
        "Microsoft.Extensions.Logging.ILoggerFactory",
        "Microsoft.Extensions.Configuration.IConfiguration",
        "Microsoft.Extensions.Options.IOptions<TOptions>",
        "Microsoft.Extensions.Options.IOptionsSnapshot<TOptions>",
        "Microsoft.Extensions.Options.IOptionsMonitor<TOptions>",
    ];

    /// <summary>Where a class calls, by the parameters of its constructor.</summary>
    public static Egress Of(IMethodSymbol constructor) => Of(constructor, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static Egress Of(IMethodSymbol constructor, HashSet<ISymbol> seen) => constructor.Parameters
        .Select(parameter => Of(parameter.Type, constructor.ContainingAssembly, seen))
        .DefaultIfEmpty(Egress.None)
        .Max();

    private static Egress Of(ITypeSymbol type, IAssemblySymbol project, HashSet<ISymbol> seen)
    {
        if (type.OriginalDefinition.Attribute(Attribute)?.Value(0) is int egress)
            return (Egress)egress;
        if (Silent.Contains(type.OriginalDefinition.ToDisplayString()) || !seen.Add(type))
            return Egress.None;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: true, InstanceConstructors: [var constructor] }
            && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, project)
                ? Of(constructor, seen)
                : Egress.Anywhere;
    }
}
