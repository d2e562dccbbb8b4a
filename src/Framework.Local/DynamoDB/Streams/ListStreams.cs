using System.Text.Json;
using Framework.Local.DynamoDB.Operations;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Validation;
using static Framework.Local.DynamoDB.Validation.Member;

namespace Framework.Local.DynamoDB.Streams;

internal sealed class ListStreams(Engine engine) : StreamOperation(
    engine,
    Optional("TableName", Shapes.Name),
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(MaxLimit)] }),
    Optional("ExclusiveStartStreamArn", Shapes.Text))
{
    private const int MaxLimit = 100;

    public override string Name => "ListStreams";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var limit = (int)(request.Whole("Limit") ?? MaxLimit);
        var after = request.Text("ExclusiveStartStreamArn") ?? "";
        var tableName = request.Text("TableName");
        var streams = Engine.Catalog.Tables.Select(table => table.Definition)
            .Where(table => table.Stream is not null && (tableName is null || table.Name == tableName))
            .Select(table => (Table: table, Arn: TableDescription.StreamArnOf(table)))
            .Where(stream => string.CompareOrdinal(stream.Arn, after) > 0)
            .OrderBy(stream => stream.Arn, StringComparer.Ordinal).Take(limit + 1).ToArray();

        reply.WriteStartObject();
        reply.WriteStartArray("Streams");
        foreach (var (table, arn) in streams.Take(limit))
        {
            reply.WriteStartObject();
            reply.WriteString("StreamArn", arn);
            reply.WriteString("TableName", table.Name);
            reply.WriteString("StreamLabel", table.Stream!.Label);
            reply.WriteEndObject();
        }

        reply.WriteEndArray();
        if (streams.Length > limit)
            reply.WriteString("LastEvaluatedStreamArn", streams[limit - 1].Arn);
        reply.WriteEndObject();
    }
}
