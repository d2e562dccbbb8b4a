namespace Framework.DynamoDB.Tests.Items;

/// <summary>An item whose type has grown: all but its key may be absent from those that are older.</summary>
[Table]
public sealed partial record Grown([PartitionKey] string Id, [SortKey] int Number, int Level = 3, string? Note = null)
{
    public static readonly string Fresh = "fresh";

    public bool Archived { get; init; }

    public string Title { get; init; } = string.Empty;

    public string State { get; init; } = Fresh;

    public decimal Price { get; init; } = 1.5m;

    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(7);

    public Guid Batch { get; init; } = Guid.Empty;

    public Priority Priority { get; init; } = Priority.Normal;

    public IReadOnlyList<string> Log { get; init; } = ["made"];

    public IReadOnlyList<int> Codes { get; init; } = [];

    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    public byte[] Raw { get; init; } = [1, 2];

    public Limits Limits { get; init; } = new(10) { Name = "standard" };

    public Limits? Special { get; init; }
}
