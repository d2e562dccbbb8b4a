using System.Text.Json.Nodes;
using Framework.Local.DynamoDB.Values;
using Framework.Local.Tests.DynamoDB.Support;

namespace Framework.Local.Tests.DynamoDB.Differential;

/// <summary>Answers are equal if they say the same: sets and unordered results in any order, errors by status and type.</summary>
internal static class Comparison
{
    public static bool AreEqual(RequestCall call, DynamoDBEndpoint.Answer ours, DynamoDBEndpoint.Answer theirs)
    {
        if (ours.Status != 200 || theirs.Status != 200)
            return ours.Status == theirs.Status
                // DynamoDB Local tries the conditions of a transaction before it sees that it names an item twice.
                && (ours.ErrorType == theirs.ErrorType || call.Operation == "TransactWriteItems");
        return JsonNode.DeepEquals(Normalize(call, ours.Body), Normalize(call, theirs.Body));
    }

    private static JsonNode Normalize(RequestCall call, JsonObject answer)
    {
        var isUnordered = call.Operation is "Scan" or "BatchGetItem"
            || call.Body.Contains("IndexName", StringComparison.Ordinal);
        var normalized = Sort(answer, isUnordered);
        // DynamoDB Local reports the capacity of some deletions that nobody asked for.
        if (!call.Body.Contains("ReturnConsumedCapacity", StringComparison.Ordinal))
            normalized.AsObject().Remove("ConsumedCapacity");
        // A page that its Limit ends has a LastEvaluatedKey even if nothing follows; DynamoDB Local looks ahead.
        if (call.Body.Contains("Limit", StringComparison.Ordinal))
            normalized.AsObject().Remove("LastEvaluatedKey");
        return normalized;
    }

    private static JsonNode Sort(JsonNode node, bool sortsArrays) => node switch
    {
        // DynamoDB Local hands some numbers back as they came, as 1e3 or 1.0.
        JsonObject { Count: 1 } value when value["N"] is { } number =>
            new JsonObject { ["N"] = Canonical((string)number!) },
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create<string, JsonNode?>(
                member.Key, member.Value is null ? null : Sort(
                    member.Value, member.Key is "SS" or "NS" or "BS" || (sortsArrays && member.Key != "L"))))),
        JsonArray elements when sortsArrays => new JsonArray([.. elements
            .Select(element => Sort(element!, sortsArrays)).OrderBy(element => element.ToJsonString(), StringComparer.Ordinal)]),
        JsonArray elements => new JsonArray([.. elements.Select(element => Sort(element!, sortsArrays))]),
        JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            JsonValue.Create((double)number.AsValue()),
        _ => node.DeepClone(),
    };

    private static string Canonical(string number) =>
        DynamoNumber.TryParse(number, out var parsed) == NumberFault.None ? parsed.ToString() : number;
}
