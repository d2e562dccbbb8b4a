using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds how an author's own converter is called.</summary>
internal sealed class ConverterReader(PlainNames names, Action<DiagnosticInfo> report)
{
    /// <summary>How a value is stored by the converter that an attribute names.</summary>
    /// <param name="attribute">The attribute, on a property or a type.</param>
    /// <param name="type">The value's type.</param>
    public ValueModel? Read(AttributeData attribute, ITypeSymbol type)
    {
        var converter = attribute.Type(0);
        var present = type.IsNullableValue() ? type.Bare() : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (converter is null || !Converts(converter, present))
        {
            report(DiagnosticInfo.Of(
                TableDiagnostics.WrongConverter, attribute.Location(), converter?.Name ?? "It", present.ToDisplayString()));
            return null;
        }
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        return new(names.Of(type), ValueKind.Converted, $"{names.Of(converter)}.Write", $"{names.Of(converter)}.Read")
        {
            IsNullable = isNullable,
        };
    }

    private static bool Converts(INamedTypeSymbol converter, ITypeSymbol type) =>
        converter.AllInterfaces.Any(contract =>
            contract is { Name: "IAttributeConverter", TypeArguments: [var value] }
            && contract.ContainingNamespace.ToDisplayString() == WellKnown.Namespace
            && SymbolEqualityComparer.Default.Equals(value, type))
        && IsCallable(converter, "Write") && IsCallable(converter, "Read");

    private static bool IsCallable(INamedTypeSymbol converter, string method) => converter.GetMembers(method).Any(
        member => member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public });
}
