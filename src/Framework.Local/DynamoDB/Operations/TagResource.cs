using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Validation;

namespace Framework.Local.DynamoDB.Operations;

internal sealed class TagResource(Engine engine) : TagOperation(
    engine,
    Member.Optional("Tags", new ListShape(new Structure(
        "Tag", Member.Optional("Key", Shapes.Text), Member.Optional("Value", Shapes.Text))
    { IsElement = true })))
{
    /// <summary>Tags of one table (developer guide, "Tagging restrictions").</summary>
    private const int MaxTags = 50;

    public override string Name => "TagResource";

    protected override void Execute(JsonElement request, Utf8JsonWriter reply)
    {
        var table = ReadTableName(request, "Tags", "Atleast one Tag needs to be provided as Input.");
        Change(table, NotFound(request), tags =>
        {
            foreach (var tag in request.Elements("Tags"))
                tags[tag.Text("Key") ?? ""] = tag.Text("Value") ?? "";
            return tags.Count <= MaxTags
                ? tags
                : throw DynamoDBException.Domain(
                    "LimitExceededException", $"Too many tags: a table can have {MaxTags}");
        });
        reply.WriteStartObject();
        reply.WriteEndObject();
    }
}
