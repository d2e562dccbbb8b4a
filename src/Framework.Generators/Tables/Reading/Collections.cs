using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>The collections that are stored as a list, a set or a map.</summary>
internal static class Collections
{
    internal sealed record Form(ITypeSymbol Element, ValueKind Kind, string Writer, string Reader, string Empty);

    public static Form? Find(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => new(array.ElementType, ValueKind.List, "ListValue.Of", "ListValue.ToArray", "[]"),
        INamedTypeSymbol { TypeArguments: [var element] } named => OfOne(named.ConstructedFrom.ToDisplayString(), element),
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var element] } named =>
            OfTwo(named.ConstructedFrom.ToDisplayString(), element),
        _ => null,
    };

    private static Form? OfOne(string name, ITypeSymbol element) => name switch
    {
        "System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>"
            or "System.Collections.Generic.ICollection<T>" or "System.Collections.Generic.IEnumerable<T>"
            or "System.Collections.Generic.IReadOnlyList<T>" or "System.Collections.Generic.IReadOnlyCollection<T>" =>
            new(element, ValueKind.List, "ListValue.Of", "ListValue.ToList", "[]"),
        "System.Collections.Immutable.ImmutableArray<T>" =>
            new(element, ValueKind.List, "ListValue.Of", "ListValue.ToImmutableArray", "[]"),
        "System.Collections.Immutable.ImmutableList<T>" or "System.Collections.Immutable.IImmutableList<T>" =>
            new(element, ValueKind.List, "ListValue.Of", "ListValue.ToImmutableList", "[]"),
        "System.Collections.Generic.HashSet<T>" or "System.Collections.Generic.ISet<T>"
            or "System.Collections.Generic.IReadOnlySet<T>" =>
            new(element, ValueKind.Set, "SetValue.Of", "SetValue.ToHashSet", "[]"),
        "System.Collections.Generic.SortedSet<T>" =>
            new(element, ValueKind.Set, "SetValue.Of", "SetValue.ToSortedSet", "[]"),
        "System.Collections.Immutable.ImmutableHashSet<T>" or "System.Collections.Immutable.IImmutableSet<T>" =>
            new(element, ValueKind.Set, "SetValue.Of", "SetValue.ToImmutableHashSet", "[]"),
        "System.Collections.Immutable.ImmutableSortedSet<T>" =>
            new(element, ValueKind.Set, "SetValue.Of", "SetValue.ToImmutableSortedSet", "[]"),
        _ => null,
    };

    private static Form? OfTwo(string name, ITypeSymbol element) => name switch
    {
        "System.Collections.Generic.Dictionary<TKey, TValue>" =>
            new(element, ValueKind.Map, "MapValue.Of", "MapValue.ToDictionary", "[]"),
        "System.Collections.Generic.IDictionary<TKey, TValue>" or "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>" =>
            new(element, ValueKind.Map, "MapValue.Of", "MapValue.ToDictionary", "new Dictionary<string, {0}>()"),
        "System.Collections.Generic.SortedDictionary<TKey, TValue>" =>
            new(element, ValueKind.Map, "MapValue.Of", "MapValue.ToSortedDictionary", "[]"),
        "System.Collections.Immutable.ImmutableDictionary<TKey, TValue>"
            or "System.Collections.Immutable.IImmutableDictionary<TKey, TValue>" =>
            new(element, ValueKind.Map, "MapValue.Of", "MapValue.ToImmutableDictionary", "ImmutableDictionary<string, {0}>.Empty"),
        "System.Collections.Immutable.ImmutableSortedDictionary<TKey, TValue>" =>
            new(element, ValueKind.Map, "MapValue.Of", "MapValue.ToImmutableSortedDictionary",
                "ImmutableSortedDictionary<string, {0}>.Empty"),
        _ => null,
    };
}
