using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.StreamOperations;

internal sealed class ListStreams(Engine engine) : StreamOperation(
    engine,
    Optional("TableName", Shapes.NameOrArn),
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(MaxLimit)] }),
    Optional("ExclusiveStartStreamArn", Shapes.Text))
{
    private const int MaxLimit = 100;

    public override string Name => "ListStreams";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var limit = (int)(request.Whole("Limit") ?? MaxLimit);
        var after = request.Text("ExclusiveStartStreamArn") ?? "";
        var tableName = request.Text("TableName") is { } named ? TableArn.NameOf(named) : null;
        if (after.Length > 0)
            CheckArn(after);
        var streams = Streams.Where(stream => tableName is null || stream.Table.Name == tableName)
            .Where(stream => string.CompareOrdinal(stream.Arn, after) > 0)
            .OrderBy(stream => stream.Arn, StringComparer.Ordinal).Take(limit + 1).ToArray();

        reply.WriteStartObject();
        reply.WriteStartArray("Streams");
        foreach (var stream in streams.Take(limit))
        {
            reply.WriteStartObject();
            reply.WriteString("StreamArn", stream.Arn);
            reply.WriteString("TableName", stream.Table.Name);
            reply.WriteString("StreamLabel", stream.Definition.Label);
            reply.WriteEndObject();
        }

        reply.WriteEndArray();
        if (streams.Length > limit)
            reply.WriteString("LastEvaluatedStreamArn", streams[limit - 1].Arn);
        reply.WriteEndObject();
    }
}
