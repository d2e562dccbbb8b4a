namespace Framework.DynamoDB.Tests.Items;

/// <summary>A number for a sort key, and one attribute of each kind that an update can change.</summary>
[Table]
public sealed partial record Reading(
    [PartitionKey] Guid Sensor,
    [SortKey] int Number,
    decimal Value = 0,
    string? Note = null,
    int? Count = null)
{
    public IReadOnlyList<string> Log { get; init; } = [];

    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    public IReadOnlySet<int> Codes { get; init; } = new HashSet<int>();

    public Priority Priority { get; init; }

    public byte[] Raw { get; init; } = [];
}
