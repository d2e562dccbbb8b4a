namespace Framework.DynamoDB.Tests.Items;

/// <summary>Maps within an item, and no version.</summary>
[Table]
public sealed partial record Profile([PartitionKey] string Id, string Name, Address Home)
{
    public Dictionary<string, int> Counts { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
}
