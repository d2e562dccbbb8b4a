namespace Framework.LocalDynamoDB.Tables;

/// <summary>Provisioned capacity; both zero where requests are paid one by one.</summary>
internal sealed record Throughput
{
    public long ReadUnits { get; init; }

    public long WriteUnits { get; init; }

    public int DecreasesToday { get; init; }

    public DateTimeOffset? LastIncrease { get; init; }

    public DateTimeOffset? LastDecrease { get; init; }
}
