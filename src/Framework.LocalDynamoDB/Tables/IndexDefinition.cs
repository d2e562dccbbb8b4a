namespace Framework.LocalDynamoDB.Tables;

/// <summary>A secondary index as the request defined it.</summary>
internal sealed record IndexDefinition
{
    public required string Name { get; init; }

    /// <summary>Part of the name of the index's SQLite table; never used again for the same table.</summary>
    public required int Number { get; init; }

    public required bool IsGlobal { get; init; }

    public required KeySchema Key { get; init; }

    /// <summary>ALL, KEYS_ONLY or INCLUDE.</summary>
    public required string ProjectionType { get; init; }

    public IReadOnlyList<string> NonKeyAttributes { get; init; } = [];

    public Throughput Throughput { get; init; } = new();

    public OnDemandThroughput? OnDemand { get; init; }

    public WarmThroughput? Warm { get; init; }
}
