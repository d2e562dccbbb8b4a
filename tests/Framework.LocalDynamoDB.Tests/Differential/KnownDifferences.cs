using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>
/// All that DynamoDB Local is known to do otherwise than the service; the engine does as the service. Any other
/// difference fails the test. "dynalite" stands for that project's test suite, which was recorded against the service.
/// </summary>
internal static class KnownDifferences
{
    private const string Cancelled = "TransactionCanceledException";
    private const string ConditionFailed = "ConditionalCheckFailedException";
    private const string NotFound = "ResourceNotFoundException";
    private const string Validation = "ValidationException";
    private const string EmptyKey = "for a key attribute cannot contain an empty";
    private const string WrongIndexType = "Type mismatch for Index Key";

    public static readonly KnownDifference[] All =
    [
        new("order of checks: condition",
            "The service refuses a request that is invalid before it looks at the item's condition (dynalite).",
            (call, ours, theirs) => ours.ErrorType == Validation
                && (theirs.ErrorType == ConditionFailed || (call.IsTransaction && theirs.ErrorType == Cancelled))),
        new("order of checks: table",
            "The service refuses a request that is invalid before it looks for the table, and looks for all tables of a "
            + "transaction before it looks at their keys (dynalite).",
            (_, ours, theirs) => (ours.ErrorType, theirs.ErrorType) is (Validation, NotFound) or (NotFound, Validation or Cancelled)),
        new("transaction: invalid part",
            "A part that only the table or the item shows to be invalid cancels the transaction, with the code "
            + "ValidationError (API reference, TransactionCanceledException); DynamoDB Local fails the whole request, or "
            + "overlooks it. A key that the request itself gives empty is not of these: it fails the request.",
            (call, ours, theirs) => call.IsTransaction && HasInvalidPart(ours)
                && (!theirs.Says(EmptyKey) || ours.Says("The update expression attempted"))
                && (theirs.ErrorType is Validation or Cancelled || ours.Says("Key attributes must be scalars") || ours.Says(WrongIndexType))),
        new("transaction: one item twice",
            "The service refuses two operations on one item before it tries conditions (API reference, TransactWriteItems); "
            + "DynamoDB Local also overlooks some.",
            (call, ours, theirs) => call.IsTransaction && ours.Says("multiple operations on one item")
                && (theirs.IsSuccess || theirs.ErrorType == Cancelled)),
        new("removal from nothing",
            "An update that only takes away does nothing where there is no item (API reference, UpdateItem, AttributeUpdates); "
            + "DynamoDB Local makes an item of the key, or misses the path.",
            (call, ours, theirs) => call.OnlyTakesAway && (theirs.IsSuccess
                ? ours.IsSuccess && !ours.Body.ContainsKey("Attributes")
                : theirs.Says("invalid for update") && !ours.Says("invalid for update"))),
        new("start behind the only item",
            "A Query of a table without a sort key cannot go on (Scylla's Alternator tests, which also run against the service).",
            (call, ours, theirs) => call.Operation == "Query" && ours.Says("exclusive start key is invalid") && theirs.IsSuccess),
        new("index key of a wrong type",
            "An update that gives an index key another type is refused (API reference, TransactWriteItems, ValidationError).",
            (_, ours, theirs) => (ours.Says(WrongIndexType) || ours.Says("secondary index key to unsupported type")) && theirs.IsSuccess),
        new("nesting",
            "Values nest at most 32 levels (developer guide, Quotas); DynamoDB Local counts only those of whole items.",
            (_, ours, theirs) => ours.Says("Nesting Levels have exceeded supported limits")),
        new("internal failure",
            "DynamoDB Local responds with 500 to an update without actions that returns what was updated, and to comparisons "
            + "that no sort key can have.",
            (_, ours, theirs) => theirs.Status == 500),
        new("capacity of an index with two keys",
            "An item that lacks one of the keys is in no index, so the write costs nothing there (developer guide, Global "
            + "secondary indexes); DynamoDB Local counts it where the old item has the one key and the new one the other.",
            (call, ours, theirs) => ours.IsSuccess && theirs.IsSuccess && call.IsWrite && Capacity(ours) < Capacity(theirs)
                && Comparison.AreEqual(call, WithoutCapacity(ours), WithoutCapacity(theirs))),
        new("capacity of a Scan that fetches from the table",
            "What a local index does not hold is read from the table, item by item, and counted (developer guide, Local "
            + "secondary indexes); DynamoDB Local counts it for Query alone.",
            (call, ours, theirs) => ours.IsSuccess && theirs.IsSuccess && call.Operation == "Scan" && call.Has("IndexName")
                && Capacity(ours) > Capacity(theirs) && Comparison.AreEqual(call, WithoutCapacity(ours), WithoutCapacity(theirs))),
        new("filter on what an index lacks",
            "The service refuses a filter on an attribute that the index does not project (dynalite).",
            (_, ours, theirs) => ours.Says("does not project one or more filter attributes") && theirs.IsSuccess),
    ];

    /// <summary>Removes from both responses what DynamoDB Local gets wrong where the rest is right.</summary>
    public static void Adjust(RequestCall call, Response ours, Response theirs)
    {
        // It hands some numbers back as they came, as 1e3 or 1.0.
        Canonical(theirs.Body);
        // It reports the capacity of deletions that nobody asked for, none of a batch's missing items, and wrong sums
        // of batches and transactions: a deletion of nothing as two units of a batch and one of a transaction.
        if (!call.Has("ReturnConsumedCapacity") || call.Body.Contains("\"NONE\"", StringComparison.Ordinal)
            || call.IsTransaction || call.IsBatch)
        {
            ours.Body.Remove("ConsumedCapacity");
            theirs.Body.Remove("ConsumedCapacity");
        }

        // It counts nothing for a page that found nothing; the service a unit (Scylla's Alternator tests).
        if ((int?)theirs.Body["ScannedCount"] == 0)
        {
            ours.Body.Remove("ConsumedCapacity");
            theirs.Body.Remove("ConsumedCapacity");
        }

        // Of an attribute updated in part it returns the whole; the service only the updated parts (dynalite).
        if (call.Has("UPDATED_NEW") || call.Has("UPDATED_OLD"))
            TakeParts(ours.Body["Attributes"]?.AsObject(), theirs.Body["Attributes"]?.AsObject());
        // It reports an item collection only where the item was there before.
        if (!theirs.Body.ContainsKey("ItemCollectionMetrics"))
            ours.Body.Remove("ItemCollectionMetrics");
        // A page that its Limit ends has a LastEvaluatedKey even if nothing follows; it looks ahead.
        if (call.Has("Limit") && !theirs.Body.ContainsKey("LastEvaluatedKey"))
            ours.Body.Remove("LastEvaluatedKey");
    }

    private static void TakeParts(JsonObject? ours, JsonObject? theirs)
    {
        foreach (var (name, value) in theirs?.ToArray() ?? [])
            if (value!.AsObject().First().Key is "M" or "L" && ours?[name] is { } parts)
                theirs![name] = parts.DeepClone();
    }

    private static double Capacity(Response response) => (double?)response.Body["ConsumedCapacity"]?["CapacityUnits"] ?? 0;

    private static Response WithoutCapacity(Response response)
    {
        var body = response.Body.DeepClone().AsObject();
        body.Remove("ConsumedCapacity");
        return response with { Body = body };
    }

    private static bool HasInvalidPart(Response response) =>
        response.ErrorType == Cancelled && Comparison.Codes(response).Contains("ValidationError");

    private static void Canonical(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToArray())
                    if (name == "N" && value is JsonValue)
                        members[name] = Canonical((string)value!);
                    else if (name == "NS" && value is JsonArray set)
                        members[name] = new JsonArray([.. set.Select(number => JsonValue.Create(Canonical((string)number!)))]);
                    else
                        Canonical(value);
                break;
            case JsonArray elements:
                foreach (var element in elements)
                    Canonical(element);
                break;
        }
    }

    private static string Canonical(string number) =>
        DynamoNumber.TryParse(number, out var parsed) == NumberFault.None ? parsed.ToString() : number;
}
