namespace Framework.DynamoDB.Tests.Items.Shop;

/// <summary>A line of an order, below the order in its customer's partition.</summary>
[Table(Type = "line")]
[PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Order:D8}#LINE#{Number:D4}")]
[Index("gsi1", "PRODUCT#{Product}", "{Warehouse}")]
public sealed partial record OrderLine(
    string Customer, long Order, int Number, string Product, string? Warehouse = null, int Count = 1);
