namespace Framework.DynamoDB.Tests.Items;

/// <summary>A key of two texts.</summary>
[Table]
[PrimaryKey("C#{Customer}#{Name}")]
public sealed partial record Composed(string Customer, string Name);
