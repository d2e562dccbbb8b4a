namespace Framework.Problems;

/// <summary>Every problem that the framework itself answers with; <c>docs/problems.md</c> lists them.</summary>
internal static class KnownProblems
{
    public static Problem NotFound { get; } = new(404, "not-found", "Nothing is here");

    public static Problem Unauthenticated { get; } = new(401, "unauthenticated", "Sign in first")
    {
        Detail = "Send an access token in the Authorization header: Bearer <token>.",
        Header = ("www-authenticate", "Bearer"),
    };

    public static Problem InternalError { get; } = new(500, "internal-error", "The service failed")
    {
        Detail = "The failure is logged. Try again later.",
    };

    public static Problem DeadlineExceeded { get; } = new(503, "deadline-exceeded", "The service ran out of time")
    {
        Detail = "The request took longer than the function may run. Try again later.",
    };

    public static Problem ResponseTooLarge { get; } = new(500, "response-too-large", "The answer is too large to send")
    {
        Detail = "Lambda sends at most 6,291,556 bytes. Ask for less at a time.",
    };

    public static Problem MissingBody { get; } = new(400, "missing-body", "The request has no body")
    {
        Detail = "Send a JSON body.",
    };

    public static Problem UnsupportedMediaType { get; } = new(415, "unsupported-media-type", "The body is not JSON")
    {
        Detail = "Send the body as UTF-8 JSON with the header Content-Type: application/json.",
    };

    public static Problem UnsupportedEncoding { get; } = new(415, "unsupported-content-encoding", "The body is compressed or otherwise encoded")
    {
        Detail = "Send the body as it is, without the header Content-Encoding.",
        Header = ("accept-encoding", "identity"),
    };

    public static Problem MethodNotAllowed(string allow) => new(405, "method-not-allowed", "This method is not served here")
    {
        Detail = $"Allowed: {allow}.",
        Header = ("allow", allow),
    };

    public static Problem Forbidden(string needed) => new(403, "forbidden", "The caller may not do this")
    {
        Detail = needed,
    };

    public static Problem BodyTooLarge(int limit) => new(413, "body-too-large", "The body is too large")
    {
        Detail = $"Send at most {limit} bytes.",
    };

    public static Problem MalformedJson(string detail) => new(400, "malformed-json", "The body is not valid JSON")
    {
        Detail = detail,
    };

    public static Problem TrailingBytes(long position) => new(400, "trailing-bytes", "Something follows the JSON value")
    {
        Detail = $"Send one JSON value; something else begins at byte {position}.",
    };

    public static Problem TooDeep(string path, int depth) => new(400, "json-too-deep", "The JSON is nested too deeply")
    {
        Detail = $"Nest at most {depth} levels.",
        Errors = One(path, $"Is nested deeper than {depth} levels."),
    };

    public static Problem DuplicateKey(string path) => new(400, "duplicate-key", "A JSON object names a key twice")
    {
        Detail = "Name each key once.",
        Errors = One(path, "Is named more than once."),
    };

    public static Problem InvalidBody(FieldErrors errors) => WithErrors(422, "invalid-body", "The body does not have the asked shape", errors);

    public static Problem InvalidParameters(FieldErrors errors) =>
        WithErrors(400, "invalid-parameters", "A parameter is missing or malformed", errors);

    public static Problem ValidationFailed(FieldErrors errors) =>
        WithErrors(422, "validation-failed", "The request breaks a rule", errors);

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
