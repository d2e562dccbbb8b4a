using System.ComponentModel;
using Framework.Resources;

namespace Framework.DynamoDB;

/// <summary>What a table needs to know of an item in addition to its mapping.</summary>
/// <param name="PartitionKey">The partition key.</param>
/// <param name="SortKey">The sort key, where there is one.</param>
/// <param name="Version">The attribute that holds the item's version, where there is one.</param>
/// <param name="ExpiresAt">The attribute that holds the time to live, where there is one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TableSchema(TableKey PartitionKey, TableKey? SortKey, string? Version, string? ExpiresAt)
{
    /// <summary>The attributes of which no two items have the same value.</summary>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>The secondary indexes.</summary>
    public IReadOnlyList<TableIndex> Indexes { get; init; } = [];

    /// <summary>What the items' <c>_type</c> attribute may hold, where the table has items of other types too; empty where
    /// all are the item's.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
}
