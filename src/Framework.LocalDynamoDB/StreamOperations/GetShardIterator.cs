using System.Text.Json;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Streams;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.StreamOperations;

internal sealed class GetShardIterator(EngineState engine) : StreamOperation(
    engine,
    StreamArn,
    Required("ShardId", ShardIdText),
    Required("ShardIteratorType", Shapes.OneOf("AFTER_SEQUENCE_NUMBER", "LATEST", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON")),
    Optional("SequenceNumber", new StringShape
    {
        Constraints = [Constraint.MinLength(21), Constraint.MaxLength(40)],
    }))
{
    public override string Name => "GetShardIterator";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var arn = request.Text("StreamArn")!;
        if (request.Text("ShardId") != FindStream(arn).ShardId)
            throw DynamoDBException.ResourceNotFound(
                $"Requested resource not found: Shard does not exist: {request.Text("ShardId")}");
        if (request.Text("ShardIteratorType") is "TRIM_HORIZON" or "LATEST" && request.Member("SequenceNumber") is not null)
            throw DynamoDBException.Validation("SequenceNumber should not be passed for this iterator type");
        var next = request.Text("ShardIteratorType") switch
        {
            "TRIM_HORIZON" => 0,
            "LATEST" => Engine.Database.Read(session => StreamLog.LastSequence(session, arn)) + 1,
            "AT_SEQUENCE_NUMBER" => ReadSequence(request),
            _ => ReadSequence(request) + 1,
        };
        response.WriteStartObject();
        response.WriteString("ShardIterator", new ShardIterator(arn, next).ToString());
        response.WriteEndObject();
    }

    private static long ReadSequence(JsonElement request)
    {
        var number = request.Text("SequenceNumber") ?? throw DynamoDBException.Validation(
            "SequenceNumber must be provided for the ShardIteratorType "
            + $"{request.Text("ShardIteratorType")}");
        return StreamLog.ParseSequence(number) is var sequence and >= 0
            ? sequence
            : throw DynamoDBException.Validation($"Invalid SequenceNumber: {number}");
    }
}
