using System.Text.Json;
using Framework.Problems;

namespace Framework.Tests.Problems;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(399, false)]
    [InlineData(400, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public void A_problem_s_status_code_is_400_to_599(int status, bool isValid)
    {
        if (isValid)
            Assert.Equal(status, new Problem(status, "kind", "Title").Status);
        else
            Assert.StartsWith(
                "A problem's status code is 400 to 599.",
                Assert.Throws<ArgumentOutOfRangeException>(() => new Problem(status, "kind", "Title")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_is_written_as_RFC_9457_says()
    {
        var bare = new Problem(409, "taken", "Taken");
        var whole = Problem.InvalidParameter("limit", "Must be an integer.") with { Detail = "Send a number." };

        Assert.Equal("""{"type":"urn:problem-type:taken","title":"Taken","status":409}""", JsonSerializer.Serialize(bare));
        Assert.Equal(
            """
            {"type":"urn:problem-type:invalid-parameters","title":"Invalid request parameters","status":400,"detail":"Send a number.","errors":{"limit":["Must be an integer."]}}
            """,
            JsonSerializer.Serialize(whole));
        Assert.Throws<ArgumentNullException>(() => bare.WriteTo(null!));
    }

    [Fact]
    public void A_problem_is_never_read() => Assert.StartsWith(
        "A problem is written, never read.",
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Problem>("{}")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_exception_has_the_words_of_its_problem()
    {
        var inner = new InvalidOperationException();
        var problem = new Problem(409, "taken", "Taken");

        Assert.Equal(("Taken", inner), (new ProblemException(problem, inner).Message, new ProblemException(problem, inner).InnerException));
        Assert.Equal("Why.", new ProblemException(problem with { Detail = "Why." }).Message);
        Assert.Same(problem, new ProblemException(problem).Problem);
        Assert.Throws<ArgumentNullException>(() => new ProblemException(null!));
    }

    public static TheoryData<string, int, string, string?> Texts => new()
    {
        { "not-found", 404, "Not Found", null },
        { "unauthenticated", 401, "Unauthorized", "Send an access token in the Authorization header: Bearer <token>." },
        { "forbidden", 403, "Forbidden", "Needs the group admins." },
        { "method-not-allowed", 405, "Method Not Allowed", "Allowed: GET, HEAD." },
        { "missing-body", 400, "Missing request body", "Send a JSON body." },
        { "body-too-large", 413, "Content Too Large", "Send at most 100 bytes." },
        { "unsupported-media-type", 415, "Unsupported Media Type", "Send the body as UTF-8 JSON with the header Content-Type: application/json." },
        { "unsupported-content-encoding", 415, "Unsupported content encoding", "Send the body as it is, without the header Content-Encoding." },
        { "malformed-json", 400, "Malformed JSON", "The syntax is wrong." },
        { "trailing-bytes", 400, "Unexpected data after JSON value", "Send one JSON value; more data begins at byte 7." },
        { "json-too-deep", 400, "JSON nested too deeply", "Nest at most 64 levels." },
        { "duplicate-key", 400, "Duplicate key in JSON object", "Name each key once." },
        { "internal-error", 500, "Internal Server Error", "The failure is logged. Try again later." },
        { "response-too-large", 500, "Response too large", "Lambda sends at most 6,291,556 bytes. Ask for less at a time." },
        { "deadline-exceeded", 503, "Deadline exceeded", "The request took longer than the function may run. Try again later." },
        { "invalid-body", 422, "Invalid request body", null },
        { "invalid-parameters", 400, "Invalid request parameters", null },
        { "validation-failed", 422, "Validation failed", null },
    };

    // docs/problems.md lists them: clients and their tests rely on these words.
    [Theory]
    [MemberData(nameof(Texts))]
    public void A_kind_has_its_status_and_its_words(string kind, int status, string title, string? detail)
    {
        var problem = Known.Single(problem => problem.Kind == kind);

        Assert.Equal((status, title, detail), (problem.Status, problem.Title, problem.Detail));
    }

    [Fact]
    public void Errors_name_the_place_and_what_is_wrong_there()
    {
        Assert.Equal(["Is nested deeper than 64 levels."], Assert.Single(KnownProblems.TooDeep("a.b", 64).Errors!).Value);
        Assert.Equal(["Is named more than once."], KnownProblems.DuplicateKey("a.b").Errors!["a.b"]);
        Assert.Equal(("www-authenticate", "Bearer"), KnownProblems.Unauthenticated.Header);
        Assert.Equal(("accept-encoding", "identity"), KnownProblems.UnsupportedEncoding.Header);
        Assert.Equal(("allow", "GET"), KnownProblems.MethodNotAllowed("GET").Header);
    }

    [Fact]
    public void Where_there_are_more_errors_than_are_listed_the_detail_says_so()
    {
        var errors = new FieldErrors();
        for (var index = 0; index <= FieldErrors.Max; index++)
            errors.Add("field", $"{index}");

        Assert.Equal("There are more than 50 errors, of which the first 50 are listed.", KnownProblems.InvalidBody(errors).Detail);
    }

    private static Problem[] Known =>
    [
        KnownProblems.NotFound, KnownProblems.Unauthenticated, KnownProblems.Forbidden("Needs the group admins."),
        KnownProblems.MethodNotAllowed("GET, HEAD"), KnownProblems.MissingBody, KnownProblems.BodyTooLarge(100),
        KnownProblems.UnsupportedMediaType, KnownProblems.UnsupportedEncoding, KnownProblems.MalformedJson("The syntax is wrong."),
        KnownProblems.TrailingBytes(7), KnownProblems.TooDeep("a.b", 64), KnownProblems.DuplicateKey("a.b"), KnownProblems.InternalError,
        KnownProblems.ResponseTooLarge, KnownProblems.DeadlineExceeded, KnownProblems.InvalidBody(new()),
        KnownProblems.InvalidParameters(new()), KnownProblems.ValidationFailed(new()),
    ];
}
