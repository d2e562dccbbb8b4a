using System.Text.Json;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Returns the only endpoint: the one that the client already uses.</summary>
internal sealed class DescribeEndpoints : Operation
{
    private const int CachePeriodInMinutes = 1440;

    public override string Name => "DescribeEndpoints";

    protected override void Execute(JsonElement request, Utf8JsonWriter response) => Execute(request, "localhost", response);

    protected override void Execute(JsonElement request, string host, Utf8JsonWriter response)
    {
        response.WriteStartObject();
        response.WriteStartArray("Endpoints");
        response.WriteStartObject();
        response.WriteString("Address", host);
        response.WriteNumber(nameof(CachePeriodInMinutes), CachePeriodInMinutes);
        response.WriteEndObject();
        response.WriteEndArray();
        response.WriteEndObject();
    }
}
