using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Framework.Generators.Services;

/// <summary>Reads calls such as <c>services.AddScoped&lt;Orders&gt;()</c>.</summary>
internal static class RegistrationReader
{
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";

    public static Registration? Read(IInvocationOperation call)
    {
        if (!IsOfServices(call.TargetMethod) || LifetimeOf(call.TargetMethod.Name) is not { } lifetime)
            return null;
        var types = call.TargetMethod.TypeArguments
            .Concat(call.Arguments.Select(argument => argument.Value).OfType<ITypeOfOperation>().Select(type => type.TypeOperand))
            .ToList();
        return types.Count == 0
            ? null
            : new Registration(types[0].OriginalDefinition, lifetime, Dependencies(call, types[types.Count - 1]), call.Syntax.GetLocation());
    }

    private static bool IsOfServices(IMethodSymbol method) =>
        method.ContainingNamespace.ToDisplayString().StartsWith(Namespace, StringComparison.Ordinal);

    private static ServiceLifetime? LifetimeOf(string method) => method switch
    {
        "AddSingleton" or "TryAddSingleton" => ServiceLifetime.Singleton,
        "AddScoped" or "TryAddScoped" => ServiceLifetime.Scoped,
        "AddTransient" or "TryAddTransient" => ServiceLifetime.Transient,
        _ => null,
    };

    private static IReadOnlyList<ITypeSymbol> Dependencies(IInvocationOperation call, ITypeSymbol made)
    {
        var others = call.Arguments.Skip(1).Select(argument => argument.Value).Where(value => value is not ITypeOfOperation).ToList();
        if (others.Count > 0)
            return [.. others.SelectMany(AskedBy)];
        var constructor = (made as INamedTypeSymbol)?.OriginalDefinition.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public)
            .OrderByDescending(candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        return constructor is null
            ? []
            : [.. constructor.Parameters.Where(parameter => !IsKeyed(parameter)).Select(parameter => parameter.Type.OriginalDefinition)];
    }

    // One registered by a key has a lifetime of its own.
    private static bool IsKeyed(IParameterSymbol parameter) => KeyedServices.Attribute(parameter) is not null;

    // provider => new Cache(provider.GetRequiredService<Orders>()): services that it takes from its own scope do not matter.
    private static IEnumerable<ITypeSymbol> AskedBy(IOperation factory) => factory.DescendantsAndSelf()
        .OfType<IInvocationOperation>()
        .Where(call => call.TargetMethod is { Name: "GetRequiredService" or "GetService", TypeArguments.Length: 1 }
            && IsOfServices(call.TargetMethod)
            && call.Arguments.FirstOrDefault()?.Value is IParameterReferenceOperation)
        .Select(call => call.TargetMethod.TypeArguments[0].OriginalDefinition);
}
