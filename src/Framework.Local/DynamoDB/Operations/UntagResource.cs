using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Validation;

namespace Framework.Local.DynamoDB.Operations;

internal sealed class UntagResource(Engine engine) : TagOperation(
    engine, Member.Optional("TagKeys", new ListShape(Shapes.Text)))
{
    public override string Name => "UntagResource";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var table = ReadTableName(request, "TagKeys", "Atleast one Tag Key needs to be provided as Input.");
        // The answer has no body at all.
        Change(table, "Requested resource not found", tags =>
        {
            foreach (var key in request.Elements("TagKeys"))
                tags.Remove(key.GetString()!);
            return tags;
        });
    }
}
