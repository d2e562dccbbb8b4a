namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>What DynamoDB Local does otherwise than the service in operations on tables; the engine does as the service.
/// Any other difference fails the test.</summary>
internal static class KnownTableDifferences
{
    private const string InUse = "ResourceInUseException";
    private const string NotFound = "ResourceNotFoundException";
    private const string Validation = "ValidationException";

    public static readonly KnownDifference[] All =
    [
        new("order of checks",
            "The service refuses a request that is invalid before it looks for the table (dynalite).",
            (_, ours, theirs) => ours.ErrorType == Validation && theirs.ErrorType is NotFound or InUse),
        new("internal failure",
            "DynamoDB Local responds with 500 to an index that is added without throughput, a projection or its type.",
            (call, ours, theirs) => call.Operation == "UpdateTable" && ours.ErrorType == Validation && theirs.Status == 500),
        new("definitions of a new index",
            "UpdateTable's definitions hold the keys of the new index (API reference, UpdateTable); DynamoDB Local also takes them from "
            + "the table's key.",
            (call, ours, theirs) => call.Operation == "UpdateTable" && ours.Says("Some index key attributes are not defined") && theirs.IsSuccess),
        new("unused definitions",
            "The service refuses an attribute definition that no key uses (users report its words); DynamoDB Local counts the "
            + "keys, and overlooks some.",
            (_, ours, theirs) => ours.Says("Some AttributeDefinitions are not used") && theirs.IsSuccess),
        new("throughput of what is paid by the request",
            "The service refuses units where BillingMode is PAY_PER_REQUEST (dynalite).",
            (_, ours, theirs) => ours.Says("when BillingMode is PAY_PER_REQUEST") && theirs.IsSuccess),
        new("throughput of what is provisioned",
            "BillingMode PROVISIONED needs units, of each index too, and of 1 at least (dynalite).",
            (_, ours, theirs) => (ours.Says("ProvisionedThroughput must be specified") || ours.Says("greater than or equal to 1"))
                && theirs.IsSuccess),
        new("empty list",
            "The service refuses an empty list of indexes (dynalite).",
            (_, ours, theirs) => ours.Says("SecondaryIndexes is empty") && theirs.IsSuccess),
        new("missing index",
            "The service does not find an index that is not there (dynalite); to DynamoDB Local the name is invalid.",
            (call, ours, theirs) => call.Operation == "UpdateTable" && ours.ErrorType == NotFound && theirs.Says("index")),
        new("deletion protection",
            "DynamoDB Local forgets the protection with the next update that does not name it.",
            (call, ours, theirs) => call.Operation == "DeleteTable" && ours.Says("protected against deletion") && theirs.IsSuccess),
    ];
}
