using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>The least length that System.ComponentModel.DataAnnotations ask of a property.</summary>
internal static class Lengths
{
    public static int Min(IPropertySymbol property, IParameterSymbol? parameter) => property.GetAttributes()
        .Concat(parameter?.GetAttributes() ?? [])
        .Where(attribute => attribute.IsOf("System.ComponentModel.DataAnnotations"))
        .Select(Min)
        .DefaultIfEmpty(0)
        .Max();

    private static int Min(AttributeData attribute) => attribute.AttributeClass!.Name switch
    {
        "MinLengthAttribute" or "LengthAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value as int? ?? 0,
        "StringLengthAttribute" =>
            attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "MinimumLength").Value.Value as int? ?? 0,
        _ => 0,
    };
}
