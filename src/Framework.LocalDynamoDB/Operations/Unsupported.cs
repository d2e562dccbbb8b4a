using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>An operation of the service that is not served locally; it says so instead of seeming unknown.</summary>
internal sealed class Unsupported(string name, string instead) : Operation
{
    public override string Name => name;

    protected override void Execute(JsonElement request, Utf8JsonWriter reply) =>
        throw DynamoDBException.Validation($"{name} is not served by the local DynamoDB. {instead}");
}
