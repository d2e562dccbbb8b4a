using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>One request of a random program.</summary>
internal sealed partial record RequestCall(string Operation, string Body)
{
    /// <summary>Where the order of the items, and with it the end of a page, is the service's own affair.</summary>
    public bool IsPaged => Has("Limit") && (Operation == "Scan" || Has("IndexName"));

    public bool IsSegmented => Body.Contains("\"Segment\":0", StringComparison.Ordinal) && Has("TotalSegments");

    public int Segments => int.Parse(SegmentCount().Match(Body).Groups[1].ValueSpan);

    public bool IsWrite => Operation is not ("GetItem" or "Query" or "Scan" or "BatchGetItem" or "TransactGetItems");

    public bool IsBatch => Operation.StartsWith("Batch", StringComparison.Ordinal);

    public bool IsTransaction => Operation.StartsWith("Transact", StringComparison.Ordinal);

    /// <summary>Deeper than .NET's default, since values may nest 32 levels.</summary>
    public JsonObject ToJson() => JsonNode.Parse(Body, documentOptions: new() { MaxDepth = 512 })!.AsObject();

    public bool Has(string member) => Body.Contains($"\"{member}\"", StringComparison.Ordinal);

    /// <summary>An update without a clause or action that gives an attribute a value.</summary>
    public bool OnlyTakesAway => Updates().Any(update => (string?)update["UpdateExpression"] is { } expression
        ? !GivesValue().IsMatch(expression)
        : update["AttributeUpdates"] is JsonObject attributes
            && attributes.All(attribute => (string?)attribute.Value!["Action"] == "DELETE"));

    /// <summary>TableName and Key of each item that the call updates.</summary>
    public IEnumerable<string> UpdatedItems() => Updates().Select(update => new JsonObject
    {
        ["TableName"] = update["TableName"]!.DeepClone(),
        ["Key"] = update["Key"]!.DeepClone(),
    }.ToJsonString());

    private IEnumerable<JsonNode> Updates() => Operation switch
    {
        "UpdateItem" => [ToJson()],
        "TransactWriteItems" => ToJson()["TransactItems"]!.AsArray().Select(part => part!["Update"]).OfType<JsonNode>(),
        _ => [],
    };

    public override string ToString() => $"{Operation} {Body}";

    [GeneratedRegex(@"\b(SET|ADD)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GivesValue();

    [GeneratedRegex("\"TotalSegments\":([0-9]+)")]
    private static partial Regex SegmentCount();
}
