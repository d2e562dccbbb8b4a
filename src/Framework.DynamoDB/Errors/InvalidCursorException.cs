using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>A cursor was not made by this query on this table: 400, naming <c>cursor</c>.</summary>
/// <param name="inner">Why it could not be opened.</param>
public sealed class InvalidCursorException(Exception? inner = null) : ProblemException(
    new Problem(400, "invalid-cursor", "Invalid cursor")
    {
        Detail = "Leave out the cursor to begin again.",
        Errors = new Dictionary<string, IReadOnlyList<string>>
        {
            ["cursor"] = ["Must be the cursor of the page before, for the same query."],
        },
    },
    inner);
