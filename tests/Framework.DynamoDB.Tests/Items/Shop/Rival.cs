namespace Framework.DynamoDB.Tests.Items.Shop;

/// <summary>An item that no table can hold beside the others: its index has another key.</summary>
[Table]
[PrimaryKey("RIVAL#{Id}", "RIVAL")]
[Index("gsi1", "RIVALS#{Id}")]
public sealed partial record Rival(string Id);
