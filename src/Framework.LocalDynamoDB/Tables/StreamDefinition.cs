namespace Framework.LocalDynamoDB.Tables;

/// <summary>A table's change stream. The label is the time it was enabled at, and part of its ARN.</summary>
internal sealed record StreamDefinition(string Label, string ViewType, DateTimeOffset Created)
{
    /// <summary>How long a record can be read (developer guide, "Change data capture for DynamoDB Streams").</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>When it was disabled, or its table deleted; it can be read for a day more.</summary>
    public DateTimeOffset? Ended { get; init; }

    public bool IsReadable(DateTimeOffset now) => Ended is null || Ended + Retention > now;
}
