using Framework.DynamoDB.Errors;
using Framework.Problems;

namespace Framework.DynamoDB.Tests;

/// <summary>What clients see of each error of a table: docs/problems.md lists them.</summary>
public sealed class ErrorTests
{
    private static readonly ItemKey Key = new(KeyValue.Of("a"), null);

    private static readonly (ProblemException Exception, int Status, string Kind, string Title, string? Detail)[] Known =
    [
        (new ItemExistsException("todos", Key), 409, "already-exists", "Already exists", null),
        (new ItemNotFoundException("todos", Key), 404, "not-found", "Not Found", null),
        (new VersionMismatchException("todos", Key, 1, 2), 409, "version-mismatch", "Version mismatch", "The item's version is now 2. Read the item again and repeat the change on that version."),
        (new VersionMismatchException("todos", Key, ExpectedVersion.IfMatch(1), 2), 412, "precondition-failed", "Precondition Failed", "The item's version is now 2. Read the item again and repeat the change on that version."),
        (new ConditionFailedException("todos", Key), 409, "conflict", "Conflict", "The item's state does not allow the change."),
        (new NotUniqueException("todos", Key, "email"), 409, "not-unique", "Value not unique", null),
        (new IdempotencyTokenReusedException("todos"), 422, "idempotency-token-reused", "Idempotency token reused", "The token was sent with another request. Send a new token with each new request."),
        (new InvalidKeyException("id", "Must not be empty."), 400, "invalid-key", "Invalid key", null),
        (new InvalidValueException("amount", "Must be a number."), 400, "invalid-value", "Invalid value", null),
        (new InvalidCursorException(), 400, "invalid-cursor", "Invalid cursor", "Leave out the cursor to begin again."),
        (new ItemTooLargeException("todos", Key), 413, "too-large", "Item too large", "At most 400 KB can be stored."),
        (new TableUnavailableException("todos", Key), 503, "unavailable", "Service Unavailable", "The store is busy. The request is right: try again shortly."),
        (new ItemChangedException("todos", Key), 503, "unavailable", "Service Unavailable", "Others change the same item. Try again shortly."),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Known.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_error_is_a_problem_with_its_status_and_words(int index)
    {
        var (exception, status, kind, title, detail) = Known[index];
        var problem = exception.Problem;

        Assert.Equal((status, kind, title, detail), (problem.Status, problem.Kind, problem.Title, problem.Detail));
        Assert.Equal(status == 503 ? TimeSpan.FromSeconds(1) : null, problem.RetryAfter);
        if (exception is TableException table)
            Assert.Equal("todos", table.Table);
    }

    [Fact]
    public void An_error_of_a_field_names_it()
    {
        Assert.Equal(["Is taken."], new NotUniqueException("todos", Key, "email").Problem.Errors!["email"]);
        Assert.Equal(["Must not be empty."], new InvalidKeyException("id", "Must not be empty.").Problem.Errors!["id"]);
        Assert.Equal(["Must be a number."], new InvalidValueException("amount", "Must be a number.").Problem.Errors!["amount"]);
        Assert.Equal(["Must be the cursor of the page before, for the same query."], new InvalidCursorException().Problem.Errors!["cursor"]);
    }
}
