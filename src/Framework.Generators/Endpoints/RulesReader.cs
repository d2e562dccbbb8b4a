using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Reads a FluentValidation validator.</summary>
internal static class RulesReader
{
    public static RulesModel? Read(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsGenericType || !TypeNames.IsReachable(type))
            return null;
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.OriginalDefinition.ToDisplayString() != "FluentValidation.AbstractValidator<T>")
                continue;
            var constructor = type.InstanceConstructors.FirstOrDefault();
            var needs = constructor?.Parameters.Select(parameter => TypeNames.Of(parameter.Type)) ?? [];
            return new RulesModel(TypeNames.Of(type), type.Name, TypeNames.Of(parent.TypeArguments[0]), needs.ToEquatableArray());
        }
        return null;
    }
}
