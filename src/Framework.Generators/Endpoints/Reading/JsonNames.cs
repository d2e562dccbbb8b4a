using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Names types as System.Text.Json's own generator does.</summary>
internal static class JsonNames
{
    public static JsonTypeName Of(ITypeSymbol type) =>
        new(TypeNames.Of(type), Name(type, named => named.Name), Name(type, named => Owner(named) + named.Name));

    private static string Name(ITypeSymbol type, Func<INamedTypeSymbol, string> ofNamed) => type switch
    {
        IArrayTypeSymbol array => $"{Name(array.ElementType, ofNamed)}Array{(array.Rank > 1 ? $"{array.Rank}" : "")}",
        INamedTypeSymbol named when named.IsSystem() => named.Name + Arguments(named, ofNamed),
        INamedTypeSymbol named => ofNamed(named) + Arguments(named, ofNamed),
        _ => type.Name,
    };

    private static string Arguments(INamedTypeSymbol type, Func<INamedTypeSymbol, string> ofNamed) =>
        string.Concat(type.TypeArguments.Select(argument => Name(argument, ofNamed)));

    // CreateTodo.Body is CreateTodoBody; Shop.Order is ShopOrder.
    private static string Owner(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? (outer.ContainingType is null ? "" : Owner(outer)) + outer.Name
        : type.ContainingNamespace.Name;
}
