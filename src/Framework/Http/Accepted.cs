namespace Framework.Http;

/// <summary>202: the work is accepted, but not done yet.</summary>
/// <param name="Location">Where the client can follow the work: a path or URI; null for nowhere.</param>
public sealed record Accepted(string? Location = null) : HttpResult(202)
{
    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["location"] = Location;
    }
}
