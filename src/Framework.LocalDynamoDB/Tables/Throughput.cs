namespace Framework.LocalDynamoDB.Tables;

/// <summary>Provisioned capacity: units a second, and when they changed. For an on-demand table both units are zero.</summary>
internal sealed record Throughput
{
    public long ReadUnits { get; init; }

    public long WriteUnits { get; init; }

    public int DecreasesToday { get; init; }

    public DateTimeOffset? LastIncrease { get; init; }

    public DateTimeOffset? LastDecrease { get; init; }
}
