namespace Framework.DynamoDB.Tests.Items;

/// <summary>An item whose type was given a version, an expiry and a unique value later.</summary>
[Table]
public sealed partial record Elder(
    [PartitionKey] string Id, string Name, int Visits = 0, [Unique] string? Email = null, [Version] int Version = 0);
