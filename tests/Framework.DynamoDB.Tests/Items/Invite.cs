namespace Framework.DynamoDB.Tests.Items;

/// <summary>A unique value that expires with its item.</summary>
[Table]
public sealed partial record Invite(
    [PartitionKey] string Team, [SortKey] Guid Id, [Unique] string Code, [ExpiresAt] DateTimeOffset? EndsAt = null);
