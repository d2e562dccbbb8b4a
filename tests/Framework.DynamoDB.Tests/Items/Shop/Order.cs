namespace Framework.DynamoDB.Tests.Items.Shop;

/// <summary>An order in its customer's partition. Open orders stand in the index by status, until they are paid.</summary>
[Table]
[PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Number:D8}")]
[Index("gsi1", "ORDERS#{Status}", "{PlacedAt}#{Number:D8}")]
public sealed partial record Order(
    string Customer,
    long Number,
    DateTimeOffset PlacedAt,
    OrderStatus? Status = null,
    [IndexSortKey("byTotal")] decimal? Total = null,
    [ExpiresAt] DateTimeOffset? ForgottenAt = null,
    [Version] long Version = 0);
