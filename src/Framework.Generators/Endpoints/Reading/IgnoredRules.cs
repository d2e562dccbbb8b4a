using Framework.Generators.Endpoints.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds the validation of DataAnnotations in a body, which nothing runs, and the rule to write instead.</summary>
internal static class IgnoredRules
{
    private const string Namespace = "System.ComponentModel.DataAnnotations.";

    /// <summary>The rules on a type and its members that nothing checks.</summary>
    /// <param name="type">A type in a body.</param>
    /// <param name="properties">The properties of it that JSON fills.</param>
    /// <param name="body">The body, the place of what stands in no source.</param>
    public static IEnumerable<DiagnosticInfo> Find(INamedTypeSymbol type, IReadOnlyCollection<IPropertySymbol> properties, IParameterSymbol body)
    {
        var parameters = type.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => properties.Any(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)));
        foreach (var member in properties.Concat<ISymbol>(parameters))
        {
            foreach (var attribute in member.GetAttributes().Where(IsValidation))
            {
                var property = Property(member, properties);
                yield return Of(attribute, $"'{member.Name}' of {type.Name}", $"RuleFor(body => body.{property.Name}).{Rule(attribute, property.Type)}");
            }
        }
        foreach (var attribute in type.GetAttributes().Where(IsValidation))
            yield return Of(attribute, type.Name, "RuleFor(body => body).Must(...)");
        if (type.Interfaces.SelectMany(implemented => implemented.AllInterfaces.Prepend(implemented)).Any(implemented => implemented.ToDisplayString() == Namespace + "IValidatableObject"))
            yield return DiagnosticInfo.Of(EndpointDiagnostics.IgnoredBodyRule, LocationInfo.Of(type) ?? LocationInfo.Of(body), "IValidatableObject", type.Name, "RuleFor(body => body).Custom(...)", type.Name);

        DiagnosticInfo Of(AttributeData attribute, string owner, string rule) => DiagnosticInfo.Of(
            EndpointDiagnostics.IgnoredBodyRule,
            attribute.Location() ?? LocationInfo.Of(body),
            $"[{attribute.AttributeClass!.Name.Replace("Attribute", "")}]", owner, rule, type.Name);
    }

    /// <summary>Whether it is an attribute of validation.</summary>
    public static bool IsValidation(AttributeData attribute) =>
        attribute.AttributeClass?.Levels().Any(level => level.Is(WellKnown.ValidationAttribute)) == true;

    private static IPropertySymbol Property(ISymbol member, IEnumerable<IPropertySymbol> properties) =>
        properties.First(property => string.Equals(property.Name, member.Name, StringComparison.OrdinalIgnoreCase));

    // The rule of FluentValidation that means the same. Its rules on a length are for text alone, and it takes 0 for empty.
    private static string Rule(AttributeData attribute, ITypeSymbol type)
    {
        var isText = type.SpecialType == SpecialType.System_String;
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Literals.Of));
        return attribute.AttributeClass!.Name switch
        {
            "RequiredAttribute" => isText ? "NotEmpty()" : "NotNull()",
            "EmailAddressAttribute" => "EmailAddress()",
            "CreditCardAttribute" => "CreditCard()",
            "StringLengthAttribute" or "MaxLengthAttribute" when isText => $"MaximumLength({arguments})",
            "MinLengthAttribute" when isText => $"MinimumLength({arguments})",
            "LengthAttribute" when isText => $"Length({arguments})",
            "RangeAttribute" when attribute.ConstructorArguments.Length == 2 => $"InclusiveBetween({arguments})",
            "RegularExpressionAttribute" => $"Matches({arguments})",
            "CompareAttribute" => $"Equal(body => body.{attribute.ConstructorArguments.FirstOrDefault().Value})",
            _ => "Must(...)",
        };
    }
}
