namespace Framework.Resources;

/// <summary>A secondary index of a table, which holds all attributes of the items that have its keys.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="PartitionKey">The partition key; that of the table for a local index.</param>
/// <param name="SortKey">The sort key, where there is one.</param>
/// <param name="IsLocal">Whether it is a local index: another order of the table's own partitions.</param>
public sealed record TableIndex(string Name, TableKey PartitionKey, TableKey? SortKey, bool IsLocal = false);
