namespace Framework.Problems;

/// <summary>Every problem that the framework itself responds with; <c>docs/problems.md</c> lists them.
/// A title is the reason phrase of RFC 9110, section 15, where the problem is just its status; else the phrase that developers
/// know.</summary>
internal static class KnownProblems
{
    public static Problem NotFound { get; } = new(404, "not-found", "Not Found");

    public static Problem Unauthenticated { get; } = new(401, "unauthenticated", "Unauthorized")
    {
        Detail = "Send an access token in the Authorization header: Bearer <token>.",
        Header = ("www-authenticate", "Bearer"),
    };

    public static Problem UnauthenticatedConnection { get; } = new(401, "unauthenticated", "Unauthorized")
    {
        Detail = "Connect again with an access token: a connection keeps the caller that it was opened by.",
    };

    public static Problem InternalError { get; } = new(500, "internal-error", "Internal Server Error")
    {
        Detail = "The failure is logged. Try again later.",
    };

    public static Problem DeadlineExceeded { get; } = new(503, "deadline-exceeded", "Deadline exceeded")
    {
        Detail = "The request took longer than the function may run. Try again later.",
    };

    public static Problem ResponseTooLarge { get; } = new(500, "response-too-large", "Response too large")
    {
        Detail = "Lambda sends at most 6,291,556 bytes. Ask for less at a time.",
    };

    public static Problem MessageTooLarge { get; } = new(500, "response-too-large", "Response too large")
    {
        Detail = "A message holds at most 131,072 bytes. Ask for less at a time.",
    };

    public static Problem MissingBody { get; } = new(400, "missing-body", "Missing request body")
    {
        Detail = "Send a JSON body.",
    };

    public static Problem UnsupportedMediaType { get; } = new(415, "unsupported-media-type", "Unsupported Media Type")
    {
        Detail = "Send the body as UTF-8 JSON with the header Content-Type: application/json.",
    };

    public static Problem UnsupportedEncoding { get; } = new(415, "unsupported-content-encoding", "Unsupported content encoding")
    {
        Detail = "Send the body as it is, without the header Content-Encoding.",
        Header = ("accept-encoding", "identity"),
    };

    public static Problem PreconditionRequired { get; } = new(428, "precondition-required", "Precondition Required")
    {
        Detail = "Send the ETag of the version that the change is made from in the header If-Match.",
    };

    public static Problem PreconditionFailed { get; } = new(412, "precondition-failed", "Precondition Failed")
    {
        Detail = "The header If-Match does not name the present version. Read the resource again and repeat the change on that version.",
    };

    public static Problem MethodNotAllowed(string allow) => new(405, "method-not-allowed", "Method Not Allowed")
    {
        Detail = $"Allowed: {allow}.",
        Header = ("allow", allow),
    };

    public static Problem Forbidden(string needed) => new(403, "forbidden", "Forbidden")
    {
        Detail = needed,
    };

    public static Problem MissingContent(IReadOnlyList<string> types) => new(400, "missing-body", "Missing request body")
    {
        Detail = types.Count == 0 ? "Send a body." : $"Send a body as {string.Join(" or ", types)}.",
    };

    public static Problem UnsupportedMediaTypeOf(IReadOnlyList<string> types) => new(415, "unsupported-media-type", "Unsupported Media Type")
    {
        Detail = $"Send the body as {string.Join(" or ", types)}, and say so in the header Content-Type.",
        Header = ("accept", string.Join(", ", types)),
    };

    public static Problem MalformedForm(string detail) => new(400, "malformed-form", "Malformed form")
    {
        Detail = detail,
    };

    public static Problem TooManyParts(int limit) => new(413, "too-many-parts", "Too many parts in form")
    {
        Detail = $"Send at most {limit} fields and files.",
    };

    public static Problem BodyTooLarge(int limit) => new(413, "body-too-large", "Content Too Large")
    {
        Detail = $"Send at most {limit} bytes.",
    };

    public static Problem MalformedJson(string detail) => new(400, "malformed-json", "Malformed JSON")
    {
        Detail = detail,
    };

    public static Problem TrailingBytes(long position) => new(400, "trailing-bytes", "Unexpected data after JSON value")
    {
        Detail = $"Send one JSON value; more data begins at byte {position}.",
    };

    public static Problem TooDeep(string path, int depth) => new(400, "json-too-deep", "JSON nested too deeply")
    {
        Detail = $"Nest at most {depth} levels.",
        Errors = One(path, $"Is nested deeper than {depth} levels."),
    };

    public static Problem DuplicateKey(string path) => new(400, "duplicate-key", "Duplicate key in JSON object")
    {
        Detail = "Name each key once.",
        Errors = One(path, "Is named more than once."),
    };

    public static Problem InvalidBody(FieldErrors errors) => WithErrors(422, "invalid-body", "Invalid request body", errors);

    public static Problem InvalidParameters(FieldErrors errors) =>
        WithErrors(400, "invalid-parameters", "Invalid request parameters", errors);

    public static Problem ValidationFailed(FieldErrors errors) =>
        WithErrors(422, "validation-failed", "Validation failed", errors);

    private static Problem WithErrors(int status, string kind, string title, FieldErrors errors) => new(status, kind, title)
    {
        Detail = errors.HasMore ? $"There are more than {FieldErrors.Max} errors, of which the first {FieldErrors.Max} are listed." : null,
        Errors = errors.ByField,
    };

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> One(string field, string message)
    {
        var errors = new FieldErrors();
        errors.Add(field, message);
        return errors.ByField;
    }
}
