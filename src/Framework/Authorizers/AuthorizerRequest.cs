namespace Framework.Authorizers;

/// <summary>What API Gateway asks a Lambda authorizer: who makes this request, and may they?</summary>
public sealed class AuthorizerRequest
{
    private const string Scheme = "Bearer ";

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>The ARN of what is called, <c>arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>The proof that the client sent: of a REST API's <c>TOKEN</c> authorizer its token, else the header
    /// <c>Authorization</c>; null where there is none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The same without the word <c>Bearer</c>; null where it does not begin with it.</summary>
    public string? BearerToken => Authorization is { } text && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        ? text[Scheme.Length..].Trim()
        : null;

    /// <summary>The values of the identity sources: in payload format 2.0 one an entry, in 1.0 all in one entry, joined by commas;
    /// empty where the gateway sends none.</summary>
    public IReadOnlyList<string> IdentitySource { get; init; } = [];

    /// <summary>The method; null where only a token came.</summary>
    public string? Method { get; init; }

    /// <summary>The path as the event has it; null where only a token came, and for a WebSocket API.</summary>
    public string? Path { get; init; }

    /// <summary>The headers, one value each: a REST API leaves out all but the last, an HTTP API joins them. Capitals do not count.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = None;

    /// <summary>The values of the query string.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = None;

    /// <summary>The values of the route's parameters.</summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; init; } = None;

    /// <summary>The variables of the stage.</summary>
    public IReadOnlyDictionary<string, string> StageVariables { get; init; } = None;

    /// <summary>The cookies as <c>name=value</c>, one an entry. Only payload format 2.0 has them apart from the headers.</summary>
    public IReadOnlyList<string> Cookies { get; init; } = [];

    /// <summary>The client's address as the gateway saw it.</summary>
    public string? SourceIp { get; init; }

    /// <summary>The id of the connection that begins, in a WebSocket API; else null.</summary>
    public string? ConnectionId { get; init; }
}
