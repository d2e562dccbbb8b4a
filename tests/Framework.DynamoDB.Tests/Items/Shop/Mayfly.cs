namespace Framework.DynamoDB.Tests.Items.Shop;

/// <summary>An item that no table can hold beside the others: its time to live is in another attribute.</summary>
[Table]
[PrimaryKey("MAYFLY#{Id}", "MAYFLY")]
public sealed partial record Mayfly(string Id, [ExpiresAt] DateTimeOffset? EndsAt);
