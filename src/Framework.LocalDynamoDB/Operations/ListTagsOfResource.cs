using System.Text.Json;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class ListTagsOfResource(Engine engine) : TagOperation(engine)
{
    public override string Name => "ListTagsOfResource";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var table = RequireTable(ReadTableName(request), NotFound(request));
        reply.WriteStartObject();
        reply.WriteStartArray("Tags");
        foreach (var (key, value) in table.Tags)
        {
            reply.WriteStartObject();
            reply.WriteString("Key", key);
            reply.WriteString("Value", value);
            reply.WriteEndObject();
        }

        reply.WriteEndArray();
        reply.WriteEndObject();
    }
}
