using System.Text.Json.Nodes;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>The same JSON with one member or element less, at any depth.</summary>
internal static class JsonShrinker
{
    public static IEnumerable<string> Shrink(JsonNode root)
    {
        foreach (var path in Paths(root, []))
        {
            var smaller = root.DeepClone();
            Remove(smaller, path);
            yield return smaller.ToJsonString(new() { MaxDepth = 512 });
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => node switch
    {
        JsonObject members => members.SelectMany(member => Below(member.Value, [.. path, member.Key])),
        JsonArray elements => elements.SelectMany((element, i) => Below(element, [.. path, i])),
        _ => [],
    };

    private static IEnumerable<object[]> Below(JsonNode? node, object[] path) => [path, .. Paths(node, path)];

    private static void Remove(JsonNode root, object[] path)
    {
        var parent = path[..^1].Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        if (path[^1] is string last)
            parent.AsObject().Remove(last);
        else
            parent.AsArray().RemoveAt((int)path[^1]);
    }
}
