using System.Text.Json;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class ListTagsOfResource(EngineState engine) : TagOperation(engine)
{
    public override string Name => "ListTagsOfResource";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var table = RequireTable(ReadTableName(request), NotFound(request));
        response.WriteStartObject();
        response.WriteStartArray("Tags");
        foreach (var (key, value) in table.Tags)
        {
            response.WriteStartObject();
            response.WriteString("Key", key);
            response.WriteString("Value", value);
            response.WriteEndObject();
        }

        response.WriteEndArray();
        response.WriteEndObject();
    }
}
