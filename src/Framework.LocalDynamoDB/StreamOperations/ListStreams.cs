using System.Text.Json;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.StreamOperations;

internal sealed class ListStreams(EngineState engine) : StreamOperation(
    engine,
    Optional("TableName", Shapes.NameOrArn),
    Optional("Limit", new NumberShape("Integer") { Constraints = [Constraint.AtLeast(1), Constraint.AtMost(MaxLimit)] }),
    Optional("ExclusiveStartStreamArn", Shapes.Text))
{
    private const int MaxLimit = 100;

    public override string Name => "ListStreams";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var limit = (int)(request.Whole("Limit") ?? MaxLimit);
        var after = request.Text("ExclusiveStartStreamArn") ?? "";
        var tableName = request.Text("TableName") is { } named ? TableArn.NameOf(named) : null;
        if (after.Length > 0)
            CheckArn(after);
        var streams = Streams.Where(stream => tableName is null || stream.Table.Name == tableName)
            .Where(stream => string.CompareOrdinal(stream.Arn, after) > 0)
            .OrderBy(stream => stream.Arn, StringComparer.Ordinal).Take(limit + 1).ToArray();

        response.WriteStartObject();
        response.WriteStartArray("Streams");
        foreach (var stream in streams.Take(limit))
        {
            response.WriteStartObject();
            response.WriteString("StreamArn", stream.Arn);
            response.WriteString("TableName", stream.Table.Name);
            response.WriteString("StreamLabel", stream.Definition.Label);
            response.WriteEndObject();
        }

        response.WriteEndArray();
        if (streams.Length > limit)
            response.WriteString("LastEvaluatedStreamArn", streams[limit - 1].Arn);
        response.WriteEndObject();
    }
}
