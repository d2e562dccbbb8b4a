using Amazon.DynamoDBv2.DataModel;

namespace Framework.Benchmarks.Tables;

/// <summary>The same item as the SDK's DynamoDBContext maps it.</summary>
[DynamoDBTable("orders")]
public sealed class ContextOrder
{
    [DynamoDBHashKey]
    public string Customer { get; set; } = "";

    [DynamoDBRangeKey]
    public Guid Id { get; set; }

    public string Note { get; set; } = "";

    public bool Paid { get; set; }

    public int Count { get; set; }

    public decimal Price { get; set; }

    public DateTime PlacedAt { get; set; }

    public ContextPlace ShipTo { get; set; } = new();

    public List<string> Tags { get; set; } = [];

    public string? Coupon { get; set; }

    [DynamoDBVersion]
    public long? Version { get; set; }

    public static ContextOrder Of(Order order) => new()
    {
        Customer = order.Customer,
        Id = order.Id,
        Note = order.Note,
        Paid = order.Paid,
        Count = order.Count,
        Price = order.Price,
        PlacedAt = order.PlacedAt.UtcDateTime,
        ShipTo = new() { Street = order.ShipTo.Street, City = order.ShipTo.City },
        Tags = [.. order.Tags],
        Version = order.Version,
    };
}
