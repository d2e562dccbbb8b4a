using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>The stored item has another version than expected: 409, or 412 where the version came from the request's
/// <c>If-Match</c> header.</summary>
/// <param name="table">The table's name.</param>
/// <param name="key">The item's key.</param>
/// <param name="expected">The version that the item should have had.</param>
/// <param name="actual">The version that it has.</param>
/// <param name="inner">What the SDK said.</param>
public sealed class VersionMismatchException(
    string table, ItemKey key, ExpectedVersion expected, long actual, Exception? inner = null)
    : TableException(table, key, ProblemOf(expected, actual), inner)
{
    /// <summary>The version that the item should have had.</summary>
    public ExpectedVersion Expected { get; } = expected;

    /// <summary>The version that it has.</summary>
    public long Actual { get; } = actual;

    private static Problem ProblemOf(ExpectedVersion expected, long actual) =>
        (expected.IsPrecondition
            ? new Problem(412, "precondition-failed", "Precondition Failed")
            : new Problem(409, "version-mismatch", "Version mismatch")) with
        {
            Detail = $"The item's version is now {actual}. Read the item again and repeat the change on that version.",
        };
}
