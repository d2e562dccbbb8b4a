using System.Text.Json;
using Framework.Local.DynamoDB.Operations;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Validation;
using static Framework.Local.DynamoDB.Validation.Member;

namespace Framework.Local.DynamoDB.Streams;

internal sealed class DescribeStream(Engine engine) : StreamOperation(
    engine,
    StreamArn,
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(100)] }),
    Optional("ExclusiveStartShardId", Shapes.Text))
{
    public override string Name => "DescribeStream";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var table = FindTable(request.Text("StreamArn")!);
        var stream = table.Stream!;
        reply.WriteStartObject();
        reply.WriteStartObject("StreamDescription");
        reply.WriteString("StreamArn", TableDescription.StreamArnOf(table));
        reply.WriteString("StreamLabel", stream.Label);
        reply.WriteString("StreamStatus", "ENABLED");
        reply.WriteString("StreamViewType", stream.ViewType);
        reply.WriteNumber("CreationRequestDateTime", stream.Created.ToUnixTimeMilliseconds() / 1000d);
        reply.WriteString("TableName", table.Name);
        TableDescription.WriteKeySchema(reply, table.Key);
        reply.WriteStartArray("Shards");
        if (request.Text("ExclusiveStartShardId") is null)
        {
            reply.WriteStartObject();
            reply.WriteString("ShardId", ShardIdOf(stream));
            reply.WriteStartObject("SequenceNumberRange");
            reply.WriteString("StartingSequenceNumber", StreamLog.SequenceNumber(1));
            reply.WriteEndObject();
            reply.WriteEndObject();
        }

        reply.WriteEndArray();
        reply.WriteEndObject();
        reply.WriteEndObject();
    }
}
