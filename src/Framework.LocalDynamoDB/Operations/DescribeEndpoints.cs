using System.Text.Json;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Names the one endpoint there is: the one that the client already found.</summary>
internal sealed class DescribeEndpoints : Operation
{
    private const int CachePeriodInMinutes = 1440;

    public override string Name => "DescribeEndpoints";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply) => Execute(request, "localhost", reply);

    protected override void Execute(JsonElement request, string host, Utf8JsonWriter reply)
    {
        reply.WriteStartObject();
        reply.WriteStartArray("Endpoints");
        reply.WriteStartObject();
        reply.WriteString("Address", host);
        reply.WriteNumber(nameof(CachePeriodInMinutes), CachePeriodInMinutes);
        reply.WriteEndObject();
        reply.WriteEndArray();
        reply.WriteEndObject();
    }
}
