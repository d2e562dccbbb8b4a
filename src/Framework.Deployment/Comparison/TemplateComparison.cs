using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;

namespace Framework.Deployment.Comparison;

/// <summary>Compares two deployments by what they mean: the order of what has none, comments, and where a package is do not matter.</summary>
internal static class TemplateComparison
{
    /// <summary>Compares.</summary>
    /// <param name="before">The templates before, by name.</param>
    /// <param name="after">The templates after.</param>
    /// <param name="valuesBefore">The values of the root's parameters before, where they are known.</param>
    /// <param name="valuesAfter">The values after.</param>
    /// <returns>The resources that differ, by id.</returns>
    public static IReadOnlyList<Change> Compare(
        IReadOnlyDictionary<string, JsonObject> before,
        IReadOnlyDictionary<string, JsonObject> after,
        IReadOnlyDictionary<string, string>? valuesBefore = null,
        IReadOnlyDictionary<string, string>? valuesAfter = null)
    {
        var old = Resources(before, valuesBefore);
        var current = Resources(after, valuesAfter);
        return [.. old.Keys.Union(current.Keys).Order(StringComparer.Ordinal).Select(id => Of(id, old.GetValueOrDefault(id), current.GetValueOrDefault(id))).OfType<Change>()];
    }

    private static Dictionary<string, JsonObject> Resources(IReadOnlyDictionary<string, JsonObject> templates, IReadOnlyDictionary<string, string>? values) =>
        templates.SelectMany(template => TemplateMeaning.Of(template.Value, template.Key == TemplateSet.RootName ? values : null)
            .Select(resource => KeyValuePair.Create(template.Key == TemplateSet.RootName ? resource.Key : $"{template.Key}/{resource.Key}", resource.Value)))
            .ToDictionary();

    private static Change? Of(string id, JsonObject? before, JsonObject? after)
    {
        if (before is null)
            return new Change(ChangeKind.Added, id, TemplateMeaning.TypeOf(after!), [], [.. Risks.OfAdded(after!)], []);
        if (after is null)
            return new Change(ChangeKind.Removed, id, TemplateMeaning.TypeOf(before), [], [.. Risks.OfRemoved(before)], Kept(before));
        var changes = PropertyComparison.Of(before, after).Where(change => !change.Path.StartsWith("Metadata", StringComparison.Ordinal)).ToList();
        return changes.Count == 0
            ? null
            : new Change(ChangeKind.Changed, id, TemplateMeaning.TypeOf(after), changes, [.. Risks.OfChanged(before, after, changes)], IndexNotes(before, changes));
    }

    private static string[] Kept(JsonObject before) => before["DeletionPolicy"]?.ToString() == "Retain" && ReplacementFacts.Stateful.Contains(TemplateMeaning.TypeOf(before))
        ? ["it leaves the stack and stays in the account, with what is in it"]
        : [];

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
    private static string[] IndexNotes(JsonObject before, List<PropertyChange> changes) => TemplateMeaning.TypeOf(before) == "AWS::DynamoDB::Table"
        && changes.Count(change => change.Path.StartsWith("Properties.GlobalSecondaryIndexes", StringComparison.Ordinal)) > 1
            ? ["DynamoDB adds or removes one global index an update: deploy them one after the other"]
            : [];
}
