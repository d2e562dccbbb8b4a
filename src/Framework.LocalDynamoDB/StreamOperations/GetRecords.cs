using System.Text.Json;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Streams;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.StreamOperations;

internal sealed class GetRecords(EngineState engine) : StreamOperation(
    engine,
    Required("ShardIterator", new StringShape
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(2048)],
    }),
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(MaxLimit)] }))
{
    // Limits: API reference, GetRecords.
    private const int MaxLimit = 1000;
    private const int MaxSize = 1024 * 1024;

    public override string Name => "GetRecords";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var iterator = ShardIterator.Parse(request.Text("ShardIterator")!);
        var stream = FindStream(iterator.StreamArn);
        response.WriteStartObject();
        response.WriteStartArray("Records");
        var next = Engine.Database.Read(session => Write(session, iterator, request.Whole("Limit") ?? MaxLimit, response));
        response.WriteEndArray();
        // A closed shard has an end.
        if (!stream.IsClosed || next <= Engine.Database.Read(session => StreamLog.LastSequence(session, stream.Arn)))
            response.WriteString("NextShardIterator", (iterator with { Next = next }).ToString());
        response.WriteEndObject();
    }

    private long Write(Session session, ShardIterator iterator, long limit, Utf8JsonWriter response)
    {
        var next = iterator.Next;
        var size = 0;
        using var rows = session.Prepare(
            "SELECT sequence, record FROM stream_records "
            + "WHERE stream = ?1 AND sequence >= ?2 AND created >= ?3 ORDER BY sequence LIMIT ?4")
            .Bind(1, iterator.StreamArn)
            .Bind(2, iterator.Next)
            .Bind(3, (Engine.Clock.GetUtcNow() - StreamDefinition.Retention).ToUnixTimeMilliseconds())
            .Bind(4, limit);
        while (size < MaxSize && rows.Step())
        {
            var sequence = rows.Int64(0);
            size += rows.Blob(1).Length;
            WriteRecord(sequence, rows.Blob(1).ToArray(), response);
            next = sequence + 1;
        }

        return next;
    }

    private void WriteRecord(long sequence, byte[] record, Utf8JsonWriter response)
    {
        using var stored = JsonDocument.Parse(record, new JsonDocumentOptions { MaxDepth = 512 });
        response.WriteStartObject();
        response.WriteString("eventID", StreamLog.SequenceNumber(sequence));
        response.WriteString("eventVersion", "1.1");
        response.WriteString("eventSource", "aws:dynamodb");
        response.WriteString("awsRegion", Engine.Region);
        response.WriteString("eventName", stored.RootElement.Text("eventName"));
        if (stored.RootElement.TryGetProperty("userIdentity", out var identity))
        {
            response.WritePropertyName("userIdentity");
            identity.WriteTo(response);
        }

        response.WriteStartObject("dynamodb");
        response.WriteString("SequenceNumber", StreamLog.SequenceNumber(sequence));
        foreach (var member in stored.RootElement.Members("dynamodb"))
            member.WriteTo(response);
        response.WriteEndObject();
        response.WriteEndObject();
    }
}
