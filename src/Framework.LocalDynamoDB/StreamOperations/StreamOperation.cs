using System.Text.RegularExpressions;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Streams;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.StreamOperations;

/// <summary>An operation of the DynamoDB Streams API.</summary>
internal abstract partial class StreamOperation(EngineState engine, params Member[] members) : Operation(members)
{
    protected static Member StreamArn { get; } = Member.Required("StreamArn", new StringShape
    {
        Constraints = [Constraint.MinLength(37), Constraint.MaxLength(1024)],
    });

    protected static StringShape ShardIdText { get; } = new()
    {
        Constraints = [Constraint.MinLength(28), Constraint.MaxLength(65)],
    };

    protected EngineState Engine { get; } = engine;

    /// <summary>
    /// All streams that can be read. A stream that was disabled (developer guide, "DynamoDB Streams"), or whose table was deleted
    /// (API reference, DeleteTable), can be read for another day.
    /// </summary>
    protected IEnumerable<TableStream> Streams => Engine.Catalog.Tables.Select(table => table.Definition)
        .Concat(Engine.Catalog.DeletedTables)
        .SelectMany(table => table.FormerStreams.Append(table.Stream).OfType<StreamDefinition>()
            .Where(stream => stream.IsReadable(Engine.Clock.GetUtcNow()))
            .Select(stream => new TableStream(table, stream)));

    protected TableStream FindStream(string streamArn)
    {
        CheckArn(streamArn);
        return Streams.FirstOrDefault(stream => stream.Arn == streamArn)
            ?? throw DynamoDBException.ResourceNotFound($"Requested resource not found: Stream: {streamArn} not found");
    }

    protected static void CheckArn(string streamArn)
    {
        if (!AnyStream().IsMatch(streamArn))
            throw DynamoDBException.Validation(
                $"Invalid StreamArn: Invalid ResourceArn provided as input {streamArn}");
    }

    [GeneratedRegex("^arn:[^:]+:dynamodb:[^:]+:[^:]+:table/[^/]+/stream/.+$")]
    private static partial Regex AnyStream();
}
