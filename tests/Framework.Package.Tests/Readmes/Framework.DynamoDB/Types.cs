namespace Readme;

public sealed partial record Order
{
    public string Product { get; init; } = "";

    public Address Address { get; init; } = new("");

    public Dictionary<string, int> Counts { get; init; } = [];

    public List<Line> Lines { get; init; } = [];
}

public sealed record Address(string City);

public sealed record Line(decimal Price);

public sealed record Money(decimal Amount);

public sealed record Card(string Number) : Payment;

public sealed record Voucher(string Code) : Payment;

public enum OrderStatus
{
    Open,
    Sent,
}

[Table]
public sealed partial record Stock([PartitionKey] string Product, long Count);

[Table]
public sealed partial record Cart([PartitionKey] string Owner, IReadOnlyList<string> Products);
