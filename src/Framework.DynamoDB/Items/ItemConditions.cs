using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Framework.DynamoDB.Expressions;

namespace Framework.DynamoDB.Items;

/// <summary>The conditions on the stored item under which a write happens.</summary>
internal static class ItemConditions<T>
    where T : class, ITableItem<T>
{
    /// <summary>The item exists, has the type, and has not expired.</summary>
    public static string IsLive(ExpressionWriter writer, TimeProvider clock)
    {
        var exists = $"attribute_exists({writer.Name(T.Schema.PartitionKey.Name)})";
        return And(
            exists,
            ItemType.Is(writer, T.Schema),
            T.Schema.ExpiresAt is { } expiresAt ? Expiry.IsLive(writer, expiresAt, clock) : null);
    }

    /// <summary>There is no item of any type, or one that has expired.</summary>
    public static string IsFree(ExpressionWriter writer, TimeProvider clock)
    {
        var absent = $"attribute_not_exists({writer.Name(T.Schema.PartitionKey.Name)})";
        return T.Schema.ExpiresAt is { } expiresAt
            ? $"{absent} OR NOT {Expiry.IsLive(writer, expiresAt, clock)}"
            : absent;
    }

    /// <summary>There is no item, or one of the type; null where the table has only one type.</summary>
    public static string? IsNoOther(ExpressionWriter writer) => ItemType.Is(writer, T.Schema) is { } own
        ? $"(attribute_not_exists({writer.Name(T.Schema.PartitionKey.Name)}) OR {own})"
        : null;

    /// <summary>The item has the version; null where none is expected.</summary>
    /// <exception cref="InvalidOperationException">The type has no version.</exception>
    public static string? HasVersion(ExpressionWriter writer, ExpectedVersion? version)
    {
        if (version is not { } expected)
            return null;
        var name = writer.Name(T.Schema.Version
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no version to check: mark one with [Version]."));
        var isEqual = $"{name} = {writer.Value(new() { N = expected.Number.ToString(CultureInfo.InvariantCulture) })}";
        // An item that is older than the type's version is read with version 0.
        return expected.Number == 0 ? $"(attribute_not_exists({name}) OR {isEqual})" : isEqual;
    }

    /// <summary>All of the conditions that are not null; null where there are none.</summary>
    [return: NotNullIfNotNull(nameof(first))]
    public static string? And(string? first, params ReadOnlySpan<string?> others)
    {
        var all = first;
        foreach (var condition in others)
            if (condition is not null)
                all = all is null ? condition : $"{all} AND {condition}";
        return all;
    }
}
