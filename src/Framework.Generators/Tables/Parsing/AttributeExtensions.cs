using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Parsing;

/// <summary>Reads what an attribute was given.</summary>
internal static class AttributeExtensions
{
    public static string? Text(this AttributeData attribute, int position) =>
        attribute.ConstructorArguments.ElementAtOrDefault(position).Value as string;

    public static INamedTypeSymbol? Type(this AttributeData attribute, int position) =>
        attribute.ConstructorArguments.ElementAtOrDefault(position).Value as INamedTypeSymbol;

    public static string? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    public static LocationInfo? Location(this AttributeData attribute) =>
        LocationInfo.Of(attribute.ApplicationSyntaxReference);
}
