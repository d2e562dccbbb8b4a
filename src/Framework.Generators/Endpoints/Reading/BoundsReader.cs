using Framework.Generators.Endpoints.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads <c>[Range(1, 100)]</c> of a parameter, the only validation attribute that is checked.</summary>
internal static class BoundsReader
{
    public static AttributeData? Read(IParameterSymbol parameter, Action<DiagnosticInfo> report)
    {
        AttributeData? bounds = null;
        foreach (var attribute in parameter.GetAttributes().Where(IgnoredRules.IsValidation))
        {
            if (IsRange(attribute) && ValueReader.IsNumber(Value(parameter.Type)))
                bounds = attribute;
            else
                report(DiagnosticInfo.Of(
                    EndpointDiagnostics.IgnoredRule, attribute.Location(), Short(attribute), parameter.Name));
        }
        return bounds;
    }

    // The constructor with two numbers. The other constructor, with texts, is for types that are not numbers.
    private static bool IsRange(AttributeData attribute) =>
        attribute.AttributeClass!.Name == "RangeAttribute" && attribute is { ConstructorArguments.Length: 2, NamedArguments.IsEmpty: true };

    private static ITypeSymbol Value(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var only] } => only,
        _ => type,
    };

    private static string Short(AttributeData attribute) => attribute.AttributeClass!.Name.Replace("Attribute", "");
}
