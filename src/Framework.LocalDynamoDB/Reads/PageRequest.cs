using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>The part of each row that a Query or Scan returns.</summary>
internal sealed class PageRequest(JsonElement request, Condition? filter, IReadOnlyList<DocumentPath>? projection)
{
    public Condition? Filter { get; } = filter;

    public IReadOnlyList<DocumentPath>? Projection { get; } = projection;

    public long Limit { get; } = request.Whole("Limit") ?? long.MaxValue;

    public string? Select { get; } = request.Text("Select");

    public bool IsConsistent { get; } = request.Flag("ConsistentRead") == true;

    /// <summary>NONE, TOTAL or INDEXES.</summary>
    /// <summary>The table's name as the request gives it, maybe its ARN.</summary>
    public string TableName { get; } = request.Text("TableName")!;

    public string? ReturnConsumedCapacity { get; } = request.Text("ReturnConsumedCapacity");

    public bool CountsOnly => Select == "COUNT";
}
