using Framework.Local.DynamoDB.Expressions.Syntax;

namespace Framework.Local.DynamoDB.Reads;

/// <summary>What of each row a Query or Scan gives back.</summary>
internal sealed record PageRequest
{
    public required long? Limit { get; init; }

    public required Condition? Filter { get; init; }

    public required IReadOnlyList<DocumentPath>? Projection { get; init; }

    public required string? Select { get; init; }

    public required bool IsConsistent { get; init; }

    /// <summary>NONE, TOTAL or INDEXES.</summary>
    public required string? ReturnConsumedCapacity { get; init; }

    public bool CountsOnly => Select == "COUNT";
}
