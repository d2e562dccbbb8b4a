using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Streams;

/// <summary>A stream and its table. The stream has one shard, which ends where the stream was disabled.</summary>
internal sealed record TableStream(TableDefinition Table, StreamDefinition Definition)
{
    public string Arn { get; } = ResourceArn.OfStream(Table, Definition);

    public string ShardId =>
        $"shardId-{Definition.Created.ToUnixTimeMilliseconds():D20}-{Definition.Created.ToUnixTimeSeconds():x8}";

    public bool IsClosed => Definition.Ended is not null;
}
