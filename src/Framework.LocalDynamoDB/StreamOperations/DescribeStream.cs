using System.Text.Json;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Streams;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.StreamOperations;

internal sealed class DescribeStream(EngineState engine) : StreamOperation(
    engine,
    StreamArn,
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(100)] }),
    Optional("ExclusiveStartShardId", Shapes.Text),
    Optional("ShardFilter", new Structure(
        "ShardFilter", Required("Type", Shapes.OneOf("CHILD_SHARDS")), Required("ShardId", ShardIdText))))
{
    public override string Name => "DescribeStream";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var stream = FindStream(request.Text("StreamArn")!);
        response.WriteStartObject();
        response.WriteStartObject("StreamDescription");
        response.WriteString("StreamArn", stream.Arn);
        response.WriteString("StreamLabel", stream.Definition.Label);
        response.WriteString("StreamStatus", StatusOf(stream));
        response.WriteString("StreamViewType", stream.Definition.ViewType);
        response.WriteNumber("CreationRequestDateTime", stream.Definition.Created.ToUnixTimeMilliseconds() / 1000d);
        response.WriteString("TableName", stream.Table.Name);
        TableDescription.WriteKeySchema(response, stream.Table.Key);
        response.WriteStartArray("Shards");
        // The one shard has no children.
        if (request.Text("ExclusiveStartShardId") is null && request.Member("ShardFilter") is null)
        {
            response.WriteStartObject();
            response.WriteString("ShardId", stream.ShardId);
            response.WriteStartObject("SequenceNumberRange");
            response.WriteString("StartingSequenceNumber", StreamLog.SequenceNumber(1));
            if (stream.IsClosed)
                response.WriteString("EndingSequenceNumber", StreamLog.SequenceNumber(Math.Max(1,
                    Engine.Database.Read(session => StreamLog.LastSequence(session, stream.Arn)))));
            response.WriteEndObject();
            response.WriteEndObject();
        }

        response.WriteEndArray();
        response.WriteEndObject();
        response.WriteEndObject();
    }

    private string StatusOf(TableStream stream) => stream.Definition.Ended is { } ended
        ? Engine.Catalog.IsSettling(ended) ? "DISABLING" : "DISABLED"
        : Engine.Catalog.IsSettling(stream.Definition.Created) ? "ENABLING" : "ENABLED";
}
