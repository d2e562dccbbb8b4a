using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds the version of a value, which is its entity tag: the property with <c>[ETag]</c>, or with an attribute that
/// derives from it, such as <c>[Version]</c> of a table.</summary>
internal static class VersionReader
{
    /// <summary>The property; null where the type has none.</summary>
    public static IPropertySymbol? Find(ITypeSymbol type) => type.Bare().Levels()
        .SelectMany(level => level.GetMembers().OfType<IPropertySymbol>())
        .FirstOrDefault(property => property is { IsStatic: false, GetMethod: not null } && IsMarked(property));

    /// <summary>Whether the property is a number.</summary>
    public static bool IsNumber(IPropertySymbol property) =>
        property.Type.Bare().SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    /// <summary>What to write behind a value to read its version.</summary>
    /// <param name="type">The value's type.</param>
    /// <param name="property">The property of its version.</param>
    public static string Path(ITypeSymbol type, IPropertySymbol property) =>
        $"{(type.IsValueType && !type.IsNullableValue() ? "." : "?.")}{Naming.Escape(property.Name)}";

    // A record's parameter may have the attribute in place of the property that it makes.
    private static bool IsMarked(IPropertySymbol property) => property.GetAttributes().Any(IsVersion)
        || property.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Any(parameter => parameter.Name == property.Name && parameter.GetAttributes().Any(IsVersion));

    private static bool IsVersion(AttributeData attribute) =>
        attribute.AttributeClass?.Levels().Any(level => level.Is(WellKnown.ETag)) == true;
}
