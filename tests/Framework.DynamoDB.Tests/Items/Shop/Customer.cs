namespace Framework.DynamoDB.Tests.Items.Shop;

/// <summary>A customer: the one item of its partition whose sort key never varies, found by its address as well.</summary>
[Table]
[PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
[Index("gsi1", "EMAIL#{Email}", "PROFILE")]
public sealed partial record Customer(string Id, string? Email, string Name = "", [Version] long Version = 0);
