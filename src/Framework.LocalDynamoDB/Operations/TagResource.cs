using System.Text.Json;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class TagResource(EngineState engine) : TagOperation(
    engine,
    Member.Optional("Tags", new ListShape(new Structure(
        "Tag", Member.Optional("Key", Shapes.Text), Member.Optional("Value", Shapes.Text))
    { IsElement = true })))
{
    public override string Name => "TagResource";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        var table = ReadTableName(request, "Tags", "Atleast one Tag needs to be provided as Input.");
        var given = TagReader.Read(request);
        // The response has no body at all.
        Change(table, NotFound(request), tags =>
        {
            foreach (var (key, value) in given)
                tags[key] = value;
            TagReader.CheckCount(tags);
            return tags;
        });
    }
}
