using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads a FluentValidation validator.</summary>
internal static class RulesReader
{
    /// <summary>The public rules for a body's type in the project or package of that type.</summary>
    /// <param name="body">The body.</param>
    /// <param name="service">The service's own assembly, whose rules are found elsewhere.</param>
    public static EquatableArray<RulesModel> ReadShared(IParameterSymbol body, IAssemblySymbol service)
    {
        var library = body.Type.ContainingAssembly;
        if (library is null || SymbolEqualityComparer.Default.Equals(library, service) || !KnowsRules(library))
            return [];
        var validated = TypeNames.Of(body.Type);
        return LibraryTypes.PublicIn(library)
            .Select(Read).OfType<RulesModel>()
            .Where(rules => rules.Validated == validated)
            .Select(rules => rules.IsUsable ? rules : rules with { Unusable = LocationInfo.Of(body) })
            .OrderBy(rules => rules.TypeName, StringComparer.Ordinal).ToEquatableArray();
    }

    public static RulesModel? Read(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsGenericType)
            return null;
        if (type.Levels().FirstOrDefault(level => level.Is("FluentValidation.AbstractValidator<T>")) is not { } validator)
            return null;
        var constructor = ConstructorReader.Find(type);
        var isUsable = constructor is not null && !ConstructorReader.Problems(type.Name, constructor, "Validate").Any();
        return new RulesModel(
            TypeNames.Of(type),
            type.Name,
            TypeNames.Of(validator.TypeArguments[0]),
            isUsable ? ConstructorReader.Dependencies(constructor!) : [],
            isUsable ? EgressReader.Of(constructor!) : Egress.None,
            isUsable,
            isUsable ? null : LocationInfo.Of(type));
    }

    private static bool KnowsRules(IAssemblySymbol assembly) => assembly.Modules.Any(module =>
        module.ReferencedAssemblies.Any(reference => reference.Name == "FluentValidation"));
}
