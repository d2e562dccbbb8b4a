using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class UntagResource(EngineState engine) : TagOperation(
    engine, Member.Optional("TagKeys", new ListShape(Shapes.Text)))
{
    public override string Name => "UntagResource";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var table = ReadTableName(request, "TagKeys", "Atleast one Tag Key needs to be provided as Input.");
        // The response has no body at all.
        Change(table, "Requested resource not found", tags =>
        {
            foreach (var key in request.Elements("TagKeys"))
                tags.Remove(key.GetString()!);
            return tags;
        });
    }
}
