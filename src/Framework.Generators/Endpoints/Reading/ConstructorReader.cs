using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads how generated code makes a class of the author's: an endpoint, its rules, a policy or a filter.</summary>
internal static class ConstructorReader
{
    /// <summary>The one constructor that generated code can call; null where there is none, or more than one.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsGenericType || type.IsStatic || !TypeAccess.IsReachable(type))
            return null;
        var constructors = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
            .ToList();
        return constructors.Count == 1 && (!HasRequired(type) || SetsRequired(constructors[0])) ? constructors[0] : null;
    }

    /// <summary>The parameters of the constructor that are not services.</summary>
    /// <param name="owner">The class's name.</param>
    /// <param name="constructor">Its constructor.</param>
    /// <param name="method">The method that gets request data.</param>
    public static IEnumerable<DiagnosticInfo> Problems(string owner, IMethodSymbol constructor, string method)
    {
        foreach (var parameter in constructor.Parameters)
        {
            var type = TypeNames.ForPeople(parameter);
            if (parameter.RefKind != RefKind.None || !TypeAccess.IsUsable(parameter.Type))
                yield return DiagnosticInfo.Of(EndpointDiagnostics.UnusableType, LocationInfo.Of(parameter), parameter.Name, owner, type);
            else if (IsPlainValue(parameter.Type) || IsRequestData(TypeNames.Of(parameter.Type)))
                yield return DiagnosticInfo.Of(EndpointDiagnostics.RequestDataInConstructor, LocationInfo.Of(parameter), parameter.Name, type, method);
        }
    }

    /// <summary>The services that the constructor asks for.</summary>
    public static EquatableArray<DependencyModel> Dependencies(IMethodSymbol constructor) => constructor.Parameters
        .Select(parameter => new DependencyModel(TypeNames.Of(parameter.Type), Key(parameter), parameter.HasExplicitDefaultValue))
        .ToEquatableArray();

    // [FromKeyedServices("eu")]; one without a key, or with null, asks for what is registered without.
    private static string? Key(IParameterSymbol parameter) =>
        KeyedServices.Attribute(parameter)?.ConstructorArguments.FirstOrDefault() is { IsNull: false } key ? Literals.Of(key) : null;

    // Also int? and string[]: no container has them.
    private static bool IsPlainValue(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPlainValue(array.ElementType),
        _ => type.IsNullableValue() || ValueReader.Read(type) is not null,
    };

    private static bool IsRequestData(string type) =>
        type is WellKnown.Caller or WellKnown.Request or WellKnown.Invocation or WellKnown.Connection or WellKnown.IfMatch or WellKnown.CancellationToken;

    private static bool HasRequired(INamedTypeSymbol type) => type.Levels().SelectMany(level => level.GetMembers())
        .Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static bool SetsRequired(IMethodSymbol constructor) => constructor.GetAttributes()
        .Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
}
