namespace Framework.Local.DynamoDB.Tables;

/// <summary>A table's change stream. The label is the time it was enabled at, and part of its ARN.</summary>
internal sealed record StreamDefinition(string Label, string ViewType, DateTimeOffset Created)
{
    /// <summary>When it was disabled; it can be read for a day more.</summary>
    public DateTimeOffset? Ended { get; init; }
}
