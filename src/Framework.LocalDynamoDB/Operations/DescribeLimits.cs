using System.Text.Json;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>The capacity that an account may provision by default (developer guide, "Quotas"). The engine does not limit
/// it.</summary>
internal sealed class DescribeLimits : Operation
{
    private const int AccountUnits = 80_000;
    private const int TableUnits = 40_000;

    public override string Name => "DescribeLimits";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        response.WriteStartObject();
        response.WriteNumber("AccountMaxReadCapacityUnits", AccountUnits);
        response.WriteNumber("AccountMaxWriteCapacityUnits", AccountUnits);
        response.WriteNumber("TableMaxReadCapacityUnits", TableUnits);
        response.WriteNumber("TableMaxWriteCapacityUnits", TableUnits);
        response.WriteEndObject();
    }
}
