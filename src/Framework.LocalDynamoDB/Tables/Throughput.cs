namespace Framework.LocalDynamoDB.Tables;

/// <summary>Provisioned capacity; both are zero for an on-demand table.</summary>
internal sealed record Throughput
{
    public long ReadUnits { get; init; }

    public long WriteUnits { get; init; }

    public int DecreasesToday { get; init; }

    public DateTimeOffset? LastIncrease { get; init; }

    public DateTimeOffset? LastDecrease { get; init; }
}
