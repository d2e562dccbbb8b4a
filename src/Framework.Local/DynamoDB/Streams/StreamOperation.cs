using Framework.Local.DynamoDB.Operations;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Validation;

namespace Framework.Local.DynamoDB.Streams;

/// <summary>An operation of the DynamoDB Streams API. A stream here has one shard.</summary>
internal abstract class StreamOperation(Engine engine, params Member[] members) : Operation(members)
{
    protected static Member StreamArn { get; } = Member.Required("StreamArn", new StringShape
    {
        Constraints = [Constraint.MinLength(37), Constraint.MaxLength(1024)],
    });

    protected static Member ShardId { get; } = Member.Required("ShardId", new StringShape
    {
        Constraints = [Constraint.MinLength(28), Constraint.MaxLength(65)],
    });

    protected Engine Engine { get; } = engine;

    protected static string ShardIdOf(StreamDefinition stream) =>
        $"shardId-{stream.Created.ToUnixTimeMilliseconds():D20}-{stream.Created.ToUnixTimeSeconds():x8}";

    protected TableDefinition FindTable(string streamArn) =>
        Engine.Catalog.Tables.Select(table => table.Definition).FirstOrDefault(table =>
            table.Stream is not null && TableDescription.StreamArnOf(table) == streamArn)
        ?? throw DynamoDBException.ResourceNotFound($"Requested resource not found: Stream: {streamArn} not found");
}
