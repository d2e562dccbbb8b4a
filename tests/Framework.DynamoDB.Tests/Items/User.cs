namespace Framework.DynamoDB.Tests.Items;

/// <summary>Two unique values, one of which may be missing.</summary>
[Table]
public sealed partial record User(
    [PartitionKey] string Id, [Unique] string Email, [Unique] int? Badge = null, string Name = "", [Version] long Version = 0);
