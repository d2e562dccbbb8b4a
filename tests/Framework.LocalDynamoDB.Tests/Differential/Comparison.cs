using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Differential.Generators;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>
/// Successful responses are equal if they are the same as a whole, what has no order in any order: sets too, which
/// DynamoDB Local gives back sorted, but not after every legacy update. Failures are
/// equal by status and error type, cancelled transactions by the code of each part.
/// </summary>
internal static class Comparison
{
    public static bool AreEqual(RequestCall call, Response ours, Response theirs) =>
        ours.IsSuccess && theirs.IsSuccess
            ? JsonNode.DeepEquals(Ordered(call, ours.Body), Ordered(call, theirs.Body))
            : ours.Status == theirs.Status && ours.ErrorType == theirs.ErrorType && Codes(ours).SequenceEqual(Codes(theirs));

    public static IEnumerable<string?> Codes(Response response) =>
        response.Body["CancellationReasons"] is JsonArray reasons ? reasons.Select(reason => (string?)reason!["Code"]) : [];

    private static JsonNode Ordered(RequestCall call, JsonObject response)
    {
        var ordered = Canonical(response);
        if (ordered["Items"] is JsonArray items && OrderOf(call) is var (group, order))
            ordered["Items"] = SortWithin(items, group, order);
        if (ordered["Responses"] is JsonObject tables)
            foreach (var (name, found) in tables.ToArray())
                tables[name] = Sort(found!.AsArray());
        return ordered;
    }

    /// <summary>
    /// Which attribute groups the items whose groups come in any order, and which one orders them within a group; null
    /// where the whole order counts.
    /// </summary>
    private static (string Group, string? Order)? OrderOf(RequestCall call)
    {
        if (call.Operation == "Query" && !call.Has("IndexName"))
            return null;
        var request = call.ToJson();
        var table = TestTable.All.First(table => table.Name == (string?)request["TableName"]);
        var index = table.Indexes.FirstOrDefault(index => index.Name == (string?)request["IndexName"]);
        // DynamoDB Local spreads one partition of an index over the segments.
        var order = call.IsSegmented ? null : index is null ? table.Sorts.Length > 0 ? "b" : null : index.Range;
        return (index?.Hash ?? "a", order);
    }

    /// <summary>Groups in any order, and so items of an equal sort key; all where the projection left the keys out.</summary>
    private static JsonArray SortWithin(JsonArray items, string group, string? order) => items.Any(item =>
        item![group] is null || (order is not null && item[order] is null))
        ? Sort(items)
        : new([.. items
        .Select(item => item!.DeepClone())
        .GroupBy(item => Text(item[group])).OrderBy(one => one.Key, StringComparer.Ordinal)
        .SelectMany(one => Runs(one, item => order is null ? "" : Text(item[order])))]);

    private static IEnumerable<JsonNode> Runs(IEnumerable<JsonNode> items, Func<JsonNode, string> key)
    {
        var run = new List<JsonNode>();
        foreach (var item in items)
        {
            if (run.Count > 0 && key(run[0]) != key(item))
            {
                foreach (var earlier in run.OrderBy(Text, StringComparer.Ordinal))
                    yield return earlier;
                run.Clear();
            }

            run.Add(item);
        }

        foreach (var last in run.OrderBy(Text, StringComparer.Ordinal))
            yield return last;
    }

    private static JsonNode Canonical(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create<string, JsonNode?>(
                member.Key,
                member.Key is "NS" or "SS" or "BS" && member.Value is JsonArray set ? Sort(set) : Canonical(member.Value!)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Canonical(element!))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            JsonValue.Create(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => node.DeepClone(),
    };

    private static JsonArray Sort(JsonArray elements) =>
        new([.. elements.Select(element => element!.DeepClone()).OrderBy(Text, StringComparer.Ordinal)]);

    private static string Text(JsonNode? node) => node?.ToJsonString(new() { MaxDepth = 512 }) ?? "";
}
