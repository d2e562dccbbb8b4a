namespace Framework.Resources;

/// <summary>A DynamoDB table that the service declares, so that the local cloud and a deployment can create it.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="PartitionKey">The partition key.</param>
/// <param name="SortKey">The sort key, where there is one.</param>
/// <param name="ExpiresAt">The attribute that holds the time to live in epoch seconds, where there is one.</param>
public sealed record TableResource(string Name, TableKey PartitionKey, TableKey? SortKey, string? ExpiresAt)
{
    /// <summary>The types of its items.</summary>
    public IReadOnlyList<Type> Items { get; init; } = [];

    /// <summary>The environment variable that gives its deployed name; empty where there is none.</summary>
    public string Variable { get; init; } = "";

    /// <summary>The secondary indexes, each name once.</summary>
    public IReadOnlyList<TableIndex> Indexes { get; init; } = [];
}
