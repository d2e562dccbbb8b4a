using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Reads a FluentValidation validator.</summary>
internal static class RulesReader
{
    public static RulesModel? Read(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsGenericType)
            return null;
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.OriginalDefinition.ToDisplayString() != "FluentValidation.AbstractValidator<T>")
                continue;
            var constructor = ConstructorReader.Find(type);
            var isUsable = constructor is not null && !ConstructorReader.Problems(type.Name, constructor).Any();
            return new RulesModel(
                TypeNames.Of(type),
                type.Name,
                TypeNames.Of(parent.TypeArguments[0]),
                isUsable ? ConstructorReader.Needs(constructor!) : [],
                isUsable ? null : LocationInfo.Of(type));
        }
        return null;
    }
}
