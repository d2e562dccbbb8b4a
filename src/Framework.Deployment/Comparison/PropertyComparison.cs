using System.Text.Json.Nodes;

namespace Framework.Deployment.Comparison;

/// <summary>Finds the properties that differ. The order of a list counts only where AWS reads the list in order.</summary>
internal static class PropertyComparison
{
    // CloudFront takes the first behaviour whose path fits.
    private static readonly string[] Ordered = ["CacheBehaviors"];

    // The property that names an item of a list: an item with the same name is the same item.
    private static readonly string[] Names = ["IndexName", "PolicyName", "AttributeName", "Name", "Id", "Key", "Sid"];

    /// <summary>The differences between two values, in the order of their paths.</summary>
    public static IEnumerable<PropertyChange> Of(JsonNode? before, JsonNode? after, string path = "")
    {
        if (JsonNode.DeepEquals(before, after))
            return [];
        return (before, after) switch
        {
            (JsonObject old, JsonObject current) when !IsCall(old) && !IsCall(current) => OfMaps(old, current, path),
            (JsonArray old, JsonArray current) when !Ordered.Contains(path.Split('.')[^1]) => OfLists(old, current, path),
            _ => [new PropertyChange(path, before, after)],
        };
    }

    private static IEnumerable<PropertyChange> OfMaps(JsonObject before, JsonObject after, string path) =>
        before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key)).Order(StringComparer.Ordinal)
            .SelectMany(name => Of(before[name], after[name], path.Length == 0 ? name : $"{path}.{name}"));

    private static IEnumerable<PropertyChange> OfLists(JsonArray before, JsonArray after, string path)
    {
        var removed = before.ToList();
        var added = new List<JsonNode?>();
        foreach (var item in after)
        {
            var index = removed.FindIndex(other => IsSame(other, item));
            if (index >= 0)
                removed.RemoveAt(index);
            else
                added.Add(item);
        }
        foreach (var item in added)
        {
            var same = NameOf(item) is { } name ? removed.Find(other => NameOf(other) == name) : null;
            _ = same is not null && removed.Remove(same);
            foreach (var change in Of(same, item, $"{path}[{NameOf(item) ?? "+"}]"))
                yield return change;
        }
        foreach (var item in removed)
            yield return new PropertyChange($"{path}[{NameOf(item) ?? "-"}]", item, null);
    }

    private static bool IsSame(JsonNode? before, JsonNode? after) => !Of(before, after).Any();

    private static string? NameOf(JsonNode? item) => item is JsonObject map
        ? Names.Select(name => map[name] as JsonValue).FirstOrDefault(value => value is not null)?.ToString()
        : null;

    private static bool IsCall(JsonObject map) => map.Count == 1 && map.First().Key is var name && (name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal));
}
