namespace Framework.LocalDynamoDB.Http;

/// <summary>Who calls, and from which region: <c>AKID/20260101/us-east-1/dynamodb/aws4_request</c>.</summary>
/// <param name="AccessKeyId">The access key.</param>
/// <param name="Scope">What follows it: date, region, service and the last word.</param>
internal sealed record Credential(string AccessKeyId, IReadOnlyList<string> Scope)
{
    private const int ScopeLength = 4;

    /// <summary>False where a part is missing; then only the access key is known.</summary>
    public bool IsComplete => Scope.Count == ScopeLength;

    public string Date => Scope[0];

    public string Region => IsComplete ? Scope[1] : "";

    public string Service => Scope[2];

    public string Terminator => Scope[3];

    public static Credential Parse(string text)
    {
        var parts = text.Split('/');
        // An access key may hold slashes; a scope never does.
        return parts.Length > ScopeLength
            ? new(string.Join('/', parts[..^ScopeLength]), parts[^ScopeLength..])
            : new(parts[0], parts[1..]);
    }
}
