using System.Text.Json;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Streams;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.StreamOperations;

internal sealed class DescribeStream(Engine engine) : StreamOperation(
    engine,
    StreamArn,
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(100)] }),
    Optional("ExclusiveStartShardId", Shapes.Text),
    Optional("ShardFilter", new Structure(
        "ShardFilter", Required("Type", Shapes.OneOf("CHILD_SHARDS")), Required("ShardId", ShardIdText))))
{
    public override string Name => "DescribeStream";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var stream = FindStream(request.Text("StreamArn")!);
        reply.WriteStartObject();
        reply.WriteStartObject("StreamDescription");
        reply.WriteString("StreamArn", stream.Arn);
        reply.WriteString("StreamLabel", stream.Definition.Label);
        reply.WriteString("StreamStatus", StatusOf(stream));
        reply.WriteString("StreamViewType", stream.Definition.ViewType);
        reply.WriteNumber("CreationRequestDateTime", stream.Definition.Created.ToUnixTimeMilliseconds() / 1000d);
        reply.WriteString("TableName", stream.Table.Name);
        TableDescription.WriteKeySchema(reply, stream.Table.Key);
        reply.WriteStartArray("Shards");
        // The one shard has no children.
        if (request.Text("ExclusiveStartShardId") is null && request.Member("ShardFilter") is null)
        {
            reply.WriteStartObject();
            reply.WriteString("ShardId", stream.ShardId);
            reply.WriteStartObject("SequenceNumberRange");
            reply.WriteString("StartingSequenceNumber", StreamLog.SequenceNumber(1));
            if (stream.IsClosed)
                reply.WriteString("EndingSequenceNumber", StreamLog.SequenceNumber(Math.Max(1,
                    Engine.Database.Read(session => StreamLog.LastSequence(session, stream.Arn)))));
            reply.WriteEndObject();
            reply.WriteEndObject();
        }

        reply.WriteEndArray();
        reply.WriteEndObject();
        reply.WriteEndObject();
    }

    private string StatusOf(TableStream stream) => stream.Definition.Ended is { } ended
        ? Engine.Catalog.IsSettling(ended) ? "DISABLING" : "DISABLED"
        : Engine.Catalog.IsSettling(stream.Definition.Created) ? "ENABLING" : "ENABLED";
}
