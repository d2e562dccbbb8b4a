using Framework.DynamoDB;

namespace Framework.Benchmarks.Tables;

/// <summary>An item of the usual kinds of attributes.</summary>
[Table]
public sealed partial record Order(
    [PartitionKey] string Customer,
    [SortKey] Guid Id,
    string Note,
    bool Paid,
    int Count,
    decimal Price,
    DateTimeOffset PlacedAt,
    Place ShipTo,
    IReadOnlyList<string> Tags,
    string? Coupon = null,
    [Version] long Version = 0)
{
    public static Order New() => new(
        "alice", Guid.CreateVersion7(), "Leave it at the door", Paid: true, 3, 129.95m,
        new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero), new("Main Street 1", "Berlin"), ["gift", "fragile"]);
}
