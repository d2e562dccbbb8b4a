using System.Numerics;
using System.Text.Json;

namespace Framework.DynamoDB.Tests.Items;

/// <summary>Values of which DynamoDB does not hold all.</summary>
[Table]
public sealed partial record Measure([PartitionKey] string Id)
{
    [AttributeName("amount")] public double Value { get; init; }

    public Int128 Count { get; init; }

    public decimal Sum { get; init; }

    public Priority Priority { get; init; }

    public JsonElement Json { get; init; }

    public IReadOnlyList<double> Values { get; init; } = [];

    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    public Dictionary<string, int> Counts { get; init; } = [];

    public HashSet<BigInteger> Numbers { get; init; } = [];

    public HashSet<byte[]> Binaries { get; init; } = [];

    public Branch? Branch { get; init; }

    public Limits? Limits { get; init; }
}
