using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Writes types as a person would: by their plain name where the generated file's usings and namespace lead to
/// them and to nothing else, else in full.</summary>
internal sealed class PlainNames(INamedTypeSymbol table)
{
    private static readonly HashSet<string> Imported =
    [
        "System",
        "System.Collections.Generic",
        "System.Collections.Immutable",
        "System.Numerics",
        "System.Text.Json",
    ];

    public string Of(ITypeSymbol type)
    {
        var question = type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? "?" : "";
        return type switch
        {
            IArrayTypeSymbol array => $"{Of(array.ElementType)}[]{question}",
            _ when type.IsNullableValue() => Of(type.Bare()) + "?",
            INamedTypeSymbol { SpecialType: not SpecialType.None } keyword => keyword
                .WithNullableAnnotation(NullableAnnotation.None)
                .ToDisplayString(Keyword(keyword)) + question,
            INamedTypeSymbol named => Prefix(named) + Naming.Escape(named.Name) + Arguments(named) + question,
            _ => TypeNames.Of(type),
        };
    }

    private static SymbolDisplayFormat Keyword(INamedTypeSymbol type) => type.IsGenericType
        ? SymbolDisplayFormat.FullyQualifiedFormat
        : SymbolDisplayFormat.MinimallyQualifiedFormat;

    private string Arguments(INamedTypeSymbol type) =>
        type.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", type.TypeArguments.Select(Of))}>";

    private string Prefix(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container)
            return Of(container) + ".";
        var space = type.ContainingNamespace;
        if (space.IsGlobalNamespace)
            return "global::";
        var isOwn = SymbolEqualityComparer.Default.Equals(space, table.ContainingNamespace);
        var isNear = isOwn
            ? !LibraryNames.Contains(type.Name) && !IsProperty(type) && !IsNested(type.Name)
            : Imported.Contains(space.ToDisplayString()) && !IsHidden(type.Name);
        return isNear ? "" : $"global::{space.ToDisplayString()}.";
    }

    // A property with the type's name would hide the type, unless the property has that type (Color Color).
    private bool IsProperty(INamedTypeSymbol type)
    {
        for (var current = table; current is not null; current = current.BaseType)
            if (current.GetMembers(type.Name).OfType<IPropertySymbol>().Any(
                property => !SymbolEqualityComparer.Default.Equals(property.Type, type)))
                return true;
        return false;
    }

    // A type of the same name in the table's own namespace, or one around it, would hide it.
    private bool IsHidden(string name)
    {
        for (var space = table.ContainingNamespace; space is not null; space = space.ContainingNamespace)
            if (!space.GetTypeMembers(name).IsEmpty)
                return true;
        return IsNested(name);
    }

    private bool IsNested(string name)
    {
        for (var container = table; container is not null; container = container.ContainingType)
            if (Hierarchy.Types(container).Any(current => !current.GetTypeMembers(name).IsEmpty))
                return true;
        return false;
    }
}
