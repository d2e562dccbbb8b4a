namespace Framework.Aws.Signing;

/// <summary>A call of an AWS service, before it is signed.</summary>
/// <param name="Service">The service's name in signatures: <c>execute-api</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Where it goes. What is no letter, digit, <c>-</c>, <c>.</c>, <c>_</c> or <c>~</c> in a path segment or a query
/// value is percent-encoded.</param>
internal sealed record AwsCall(string Service, HttpMethod Method, Uri Address)
{
    /// <summary>Headers of the service's own, such as <c>x-amz-target</c>; all are signed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
