using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Framework.Local.Tests.DynamoDB.Differential;

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

    public override string ToString() => $"{Operation} {Body}";

    [GeneratedRegex("\"TotalSegments\":([0-9]+)")]
    private static partial Regex SegmentCount();
}
